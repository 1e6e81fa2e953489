import { describe, expect, it } from "vitest";
import type { Payload } from "../../src/api/connections";
import { leftOf, pathOf, pathUpTo } from "../../src/connections/removedPayloads";

const payload = (id: number): Payload => ({ id, source: "segment", at: "", reason: "", bytes: 1, preview: "" });
const three = [payload(9), payload(8), payload(5)];
const ids = (removed: readonly string[], count: number) => {
  const left = leftOf(three, count, removed);
  return [left.payloads.map(({ id }) => id), left.count];
};

describe("what is left of a quarantine", () => {
  it("is all of it where nothing was let go", () => {
    expect(ids(["quarantined/8", "users/8"], 30)).toEqual([[9, 8, 5], 30]);
  });

  it("lacks each payload that was let go", () => {
    expect(ids([pathOf(payload(8))], 30)).toEqual([[9, 5], 29]);
  });

  it("is what came since, where all was let go", () => {
    expect(ids([pathUpTo(payload(8))], 30)).toEqual([[9], 1]);
    expect(ids([pathUpTo(payload(8)), pathUpTo(payload(9))], 30)).toEqual([[], 0]);
  });
});
