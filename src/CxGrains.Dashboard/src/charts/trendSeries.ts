import type { Trend, TrendPoint } from "../api/views";

const dayMs = 86_400_000;
export const trendDays = 60;

/** Answers from which on a day's score is drawn: below it has no margin either, and a line would show chance. */
export const answersMin = 5;

/** A trend with every day in its place; what a day does not know is null, the chart's word for a gap. */
export interface TrendSeries {
  /** ISO dates, oldest first, without holes. */
  readonly days: readonly string[];
  readonly points: readonly (TrendPoint | undefined)[];
  readonly scores: readonly (number | null)[];
  readonly lows: readonly (number | null)[];
  readonly highs: readonly (number | null)[];
}

/**
 * Lays a trend out over the days that end with the day of `asOf`. A day without answers, or with too few, stays a gap:
 * a line drawn across it would show a score that nobody gave.
 */
export function trendSeries(trend: Trend, asOf: string, days = trendDays): TrendSeries {
  const lastMs = Math.floor(Date.parse(asOf) / dayMs) * dayMs;
  const dates = Array.from({ length: days }, (_, index) => isoDay(lastMs - (days - 1 - index) * dayMs));
  const points = dates.map((date) => trend[date]);
  const drawn = points.map((point) => (point !== undefined && point.responses >= answersMin ? point : undefined));
  return {
    days: dates,
    points,
    scores: drawn.map((point) => point?.score ?? null),
    lows: drawn.map((point) => point?.low ?? null),
    highs: drawn.map((point) => point?.high ?? null),
  };
}

/** Where a value has no neighbour on either side: a line has no length there, so a dot is drawn. */
export function lonePoints(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, index) =>
    value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null ? [index] : [],
  );
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
