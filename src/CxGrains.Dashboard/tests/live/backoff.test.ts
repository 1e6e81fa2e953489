import { expect, it } from "vitest";
import { backoffMs } from "../../src/live/backoff";

it("doubles, and stays at 15 seconds", () => {
  expect([0, 1, 2, 5, 1000].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1000, 2000, 15_000, 15_000]);
});

it("leaves half to chance", () => {
  expect(backoffMs(0, () => 0)).toBe(250);
});
