import type uPlot from "uplot";
import { day } from "../format/dates";
import { lonePoints, type TrendSeries } from "./trendSeries";
import { yRange, type ScoreScale } from "./yRange";

export interface TrendLook {
  readonly width: number;
  readonly height: number;
  readonly color: (token: string) => string;
  readonly font: string;
  readonly scale: ScoreScale;
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
    padding: [8, 0, 0, 34],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8, fill: color("accent") } },
    scales: { x: { time: false }, y: { range: (_, low, high) => yRange(low, high, look.scale) } },
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
