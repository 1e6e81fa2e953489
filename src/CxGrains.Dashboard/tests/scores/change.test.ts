import { describe, expect, it } from "vitest";
import { changeOf } from "../../src/scores/change";

const point = (score: number, margin?: number) => ({
  score,
  responses: 100,
  ...(margin !== undefined && { low: score - margin, high: score + margin }),
});

describe("changeOf", () => {
  it("compares the last window with the one of 30 days before", () => {
    const trend = { "2026-01-30": point(35, 3), "2026-02-15": point(90, 3), "2026-03-01": point(41, 4) };
    expect(changeOf(trend)).toEqual({ difference: 6, isReal: true });
  });

  it("calls noise what the margins of both allow", () => {
    const trend = { "2026-01-30": point(36, 3), "2026-03-01": point(41, 4) };
    expect(changeOf(trend)).toEqual({ difference: 5, isReal: false });
  });

  it("does not judge without margins", () => {
    expect(changeOf({ "2026-01-30": point(35), "2026-03-01": point(41, 4) })).toEqual({
      difference: 6,
      isReal: undefined,
    });
  });

  it("says nothing where there is nothing to compare with", () => {
    expect(changeOf({})).toBeUndefined();
    expect(changeOf({ "2026-03-01": point(41, 4) })).toBeUndefined();
  });
});
