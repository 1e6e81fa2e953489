import type uPlot from "uplot";
import { day } from "../format/dates";
import { lonePoints, type TrendSeries } from "./trendSeries";

export interface TrendLook {
  readonly width: number;
  readonly height: number;
  readonly color: (token: string) => string;
  readonly font: string;
  /** The least and the most that the score can be. */
  readonly limits: readonly [number, number];
  readonly printScale: (scores: readonly number[]) => string[];
  readonly onPoint: (index: number | undefined) => void;
}

/** How a trend is drawn: a line, its band, a dot for each day that stands alone and for the last one. */
export function trendOptions(series: TrendSeries, look: TrendLook): uPlot.Options {
  const { color } = look;
  const edge: uPlot.Series = { stroke: "transparent", width: 0, points: { show: false }, spanGaps: false };
  const lastKnown = series.scores.findLastIndex((score) => score !== null);
  return {
    width: look.width,
    height: look.height,
    padding: [8, 0, 0, 22],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8, fill: color("accent") } },
    scales: { x: { time: false }, y: { range: (_, low, high) => yRange(low, high, look.limits) } },
    axes: [
      {
        stroke: color("faint"),
        font: look.font,
        grid: { show: false },
        ticks: { show: false },
        size: 24,
        gap: 6,
        splits: () => [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * (series.days.length - 1))),
        values: (_, splits) => splits.map((index) => day(series.days[index] ?? "")),
      },
      {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the enum has no value at run time.
        side: 1,
        stroke: color("faint"),
        font: look.font,
        grid: { stroke: color("line"), width: 1 },
        ticks: { show: false },
        size: 48,
        gap: 8,
        space: 40,
        values: (_, splits) => look.printScale(splits),
      },
    ],
    series: [
      {},
      edge,
      edge,
      {
        stroke: color("accent"),
        width: 2,
        spanGaps: false,
        points: {
          show: true,
          size: 7,
          fill: color("accent"),
          width: 0,
          filter: () => [...new Set([...lonePoints(series.scores), lastKnown])].filter((index) => index >= 0),
        },
      },
    ],
    bands: [{ series: [2, 1], fill: color("band") }],
    hooks: {
      setCursor: [
        (plot) => {
          look.onPoint(
            plot.cursor.left === undefined || plot.cursor.left < 0 ? undefined : (plot.cursor.idx ?? undefined),
          );
        },
      ],
    },
  };
}

/** Room above and below, never beyond what the score can be; a flat line still gets a scale. */
function yRange(low: number | null, high: number | null, limits: readonly [number, number]): [number, number] {
  const [from, to] = [low ?? 0, high ?? 1];
  const room = Math.max((to - from) * 0.12, Math.abs(to) * 0.01, 0.05);
  return [Math.max(limits[0], from - room), Math.min(limits[1], to + room)];
}
