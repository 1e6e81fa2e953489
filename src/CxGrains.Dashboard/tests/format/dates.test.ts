import { expect, it } from "vitest";
import { ago, day, isOld } from "../../src/format/dates";

const now = Date.parse("2026-03-10T12:00:00Z");

it.each([
  ["2026-03-10T12:00:00Z", "now"],
  ["2026-03-10T12:00:09Z", "now"],
  ["2026-03-10T11:59:58Z", "2s ago"],
  ["2026-03-10T11:55:00Z", "5m ago"],
  ["2026-03-10T09:30:00Z", "2h ago"],
  ["2026-03-07T12:00:00Z", "3d ago"],
  ["2025-01-01T12:00:00Z", "1y ago"],
])("says of %s that it was %s", (iso, words) => {
  expect(ago(iso, now)).toBe(words);
});

it("prints the days of a trend as UTC days", () => {
  expect(day("2026-03-01")).toBe("Mar 1");
});

it("calls old what is more than two days ago", () => {
  expect(isOld("2026-03-08T12:00:01Z", now)).toBe(false);
  expect(isOld("2026-03-08T11:59:59Z", now)).toBe(true);
});
