import { expect, it } from "vitest";
import { sumOf } from "../../src/overview/useValueAtRisk";

it("adds up what those at risk have spent, and tells when that is only a part", () => {
  const row = (id: string, value: number) => ({
    id,
    value,
    lastSeen: "2026-03-01T00:00:00Z",
    engagement: { status: "notEnoughData" as const },
    churn: { status: "notEnoughData" as const, band: "high" as const, alreadySo: false },
    segments: [],
  });
  expect(sumOf({ total: 2, customers: [row("a", 10), row("b", 2.5)] })).toEqual({
    sum: 12.5,
    customers: 2,
    isPart: false,
  });
  expect(sumOf({ total: 3, customers: [row("a", 10)] }).isPart).toBe(true);
});
