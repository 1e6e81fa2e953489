import { expect, it } from "vitest";
import { lonePoints, trendSeries } from "../../src/charts/trendSeries";
import { trendOptions } from "../../src/charts/trendOptions";

const point = (score: number) => ({ score, low: score - 1, high: score + 1, responses: 10 });

it("has every day in its place, the day of asOf last", () => {
  const series = trendSeries({ "2026-03-01": point(40) }, "2026-03-02T23:59:59+00:00", 4);
  expect(series.days).toEqual(["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
  expect(series.scores).toEqual([null, null, 40, null]);
});

it("leaves a gap where a day has no answers, in the line and in the band", () => {
  const trend = { "2026-03-01": point(40), "2026-03-03": { score: 44, responses: 5 } };
  const series = trendSeries(trend, "2026-03-03T10:00:00Z", 3);
  expect(series.scores).toEqual([40, null, 44]);
  expect(series.lows).toEqual([39, null, null]);
  expect(series.highs).toEqual([41, null, null]);
});

it("leaves a gap where there are fewer than five answers, and still tells the day", () => {
  const trend = { "2026-03-01": point(40), "2026-03-02": { ...point(100), responses: 4 } };
  const series = trendSeries(trend, "2026-03-02T10:00:00Z", 2);
  expect(series.scores).toEqual([40, null]);
  expect(series.highs).toEqual([41, null]);
  expect(series.points[1]?.responses).toBe(4);
});

it("never joins the line across a gap", () => {
  const look = {
    width: 100,
    height: 100,
    color: () => "black",
    font: "10px sans-serif",
    scale: { limits: [-100, 100] as const, spanMin: 20 },
    printScale: () => [],
    onPoint: () => undefined,
  };
  const options = trendOptions(trendSeries({}, "2026-03-03", 3), look);
  expect(options.series.slice(1).map((series) => series.spanGaps)).toEqual([false, false, false]);
});

it("finds the days that stand alone, which a line cannot show", () => {
  expect(lonePoints([1, null, 2, 3, null, 4])).toEqual([0, 5]);
  expect(lonePoints([null, null])).toEqual([]);
});
