import type { Trend, TrendPoint } from "../api/views";
import type { Tone } from "../ui/tone";

/** How a score differs from what it was before. */
export interface ScoreChange {
  readonly difference: number;
  /** Whether the difference is larger than chance alone would make it in 95 of 100 cases; undefined where it cannot be told. */
  readonly isReal: boolean | undefined;
}

/** The sign of a difference. */
export const arrowOf = (difference: number): string => (difference > 0 ? "▲" : difference < 0 ? "▼" : "■");

/** A change that is more than chance is good or bad; any other is neither. */
export const toneOfChange = ({ difference, isReal }: ScoreChange): Tone =>
  isReal !== true ? "plain" : difference > 0 ? "good" : "bad";

const trailingDays = 30;
const dayMs = 86_400_000;

/**
 * The change between the last trailing window of a trend and the one that ended 30 days before: the two share no answers.
 * It is real where it exceeds the margins of both combined: |a - b| > sqrt(ma^2 + mb^2), the usual test of the difference
 * of two independent estimates (https://en.wikipedia.org/wiki/Standard_error, sum of variances), with half the length of
 * each 95 % interval as its margin.
 */
export function changeOf(trend: Trend): ScoreChange | undefined {
  const last = lastDay(trend);
  if (last === undefined) {
    return undefined;
  }

  const before = new Date(Date.parse(last) - trailingDays * dayMs).toISOString().slice(0, 10);
  const [a, b] = [trend[last], trend[before]];
  if (a === undefined || b === undefined) {
    return undefined;
  }

  const difference = a.score - b.score;
  const [marginA, marginB] = [marginOf(a), marginOf(b)];
  const isReal =
    marginA === undefined || marginB === undefined ? undefined : Math.abs(difference) > Math.hypot(marginA, marginB);
  return { difference, isReal };
}

/** The last day of a trend that has a score. */
export function lastDay(trend: Trend): string | undefined {
  return Object.keys(trend).sort().at(-1);
}

function marginOf(point: TrendPoint): number | undefined {
  return point.low === undefined || point.high === undefined ? undefined : (point.high - point.low) / 2;
}
