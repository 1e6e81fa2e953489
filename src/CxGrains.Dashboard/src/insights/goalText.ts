import type { GoalMetric, GoalView } from "../api/insightsViews";
import { count, fixed, percent, signed } from "../format/numbers";
import { insightsTexts } from "../texts";

const percents: ReadonlySet<GoalMetric> = new Set<GoalMetric>(["csat", "responseRate", "atRiskPercent"]);

/** A value of a goal's metric in its own unit. */
export function goalValue(metric: GoalMetric, value: number): string {
  if (percents.has(metric)) {
    return percent(value, Number.isInteger(value) ? 0 : 1);
  }

  switch (metric) {
    case "customers":
    case "revenue":
      return count(value);
    default:
      return fixed(value, Number.isInteger(value) ? 0 : metric === "nps" ? 1 : 2);
  }
}

/** A change a week, with its sign. */
export function goalPace(metric: GoalMetric, value: number): string {
  const decimals = metric === "customers" || metric === "revenue" ? 0 : 2;
  return percents.has(metric) ? insightsTexts.percentPoints(signed(value, decimals)) : signed(value, decimals);
}

/** Where on the way a goal's line is now, 0 to 1; undefined where the start is not known. */
export function expectedShare({ start, target, expected }: GoalView): number | undefined {
  return start === undefined || expected === undefined || start === target
    ? undefined
    : Math.min(1, Math.max(0, (expected - start) / (target - start)));
}
