import { expect, it } from "vitest";
import type { CustomerRow } from "../../src/api/customerViews";
import { readFilter, sortBy, writeFilter } from "../../src/customers/customersFilter";
import { holdOrder, sameOrder } from "../../src/lists/holdOrder";

const row = (id: string, value = 0): CustomerRow => ({
  id,
  lastSeen: "2026-03-01T00:00:00Z",
  engagement: { status: "notEnoughData" },
  churn: { status: "notEnoughData", band: "notEnoughData", alreadySo: false },
  value,
  segments: [],
});

it("keeps the filter in the address and reads it back", () => {
  const filter = readFilter(
    new URLSearchParams({
      q: "ada",
      band: "high",
      segment: "pro",
      account: "Acme",
      rule: '{"not":{}}',
      sort: "value",
      reverse: "true",
    }),
  );
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(writeFilter(readFilter(new URLSearchParams())).toString()).toBe("");
});

it("takes nonsense in the address for nothing", () => {
  expect(readFilter(new URLSearchParams("band=purple&sort=luck"))).toMatchObject({ band: "", sort: "risk" });
});

it("turns the order round when the same column is chosen again", () => {
  const filter = readFilter(new URLSearchParams());
  expect(sortBy(filter, "risk")).toMatchObject({ sort: "risk", reverse: true });
  expect(sortBy(sortBy(filter, "risk"), "value")).toMatchObject({ sort: "value", reverse: false });
});

it("puts new figures into the old order while it is held", () => {
  const held = holdOrder([row("a", 1), row("b", 2), row("gone", 3)], [row("b", 20), row("a", 10), row("new", 5)]);
  expect(held.map((one) => [one.id, one.value])).toEqual([
    ["a", 10],
    ["b", 20],
    ["gone", 3],
    ["new", 5],
  ]);
});

it("knows whether the order is the same", () => {
  expect(sameOrder([row("a"), row("b")], [row("a", 9), row("b")])).toBe(true);
  expect(sameOrder([row("a"), row("b")], [row("b"), row("a")])).toBe(false);
  expect(sameOrder([row("a")], [])).toBe(false);
});
