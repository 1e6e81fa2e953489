import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useIsDark } from "../app/theme";
import { chartColors } from "./chartColors";
import { trendOptions } from "./trendOptions";
import type { TrendSeries } from "./trendSeries";
import type { ScoreScale } from "./yRange";

interface Props {
  readonly series: TrendSeries;
  readonly label: string;
  readonly scale: ScoreScale;
  readonly printScale: (scores: readonly number[]) => string[];
  readonly onPoint: (index: number | undefined) => void;
}

/** A thin wrapper of uPlot: made anew for another theme or size, given new data otherwise. */
export function TrendPlot({ series, label, scale, printScale, onPoint }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();

  useEffect(() => {
    const element = host.current;
    if (element === null) {
      return undefined;
    }

    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      const font = `${0.8 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px ${getComputedStyle(element).fontFamily}`;
      const look = { width: element.clientWidth, height: element.clientHeight, color: chartColors(element), font };
      const data = [series.days.map((_, index) => index), series.lows, series.highs, series.scores];
      plot = new uPlot(
        trendOptions(series, { ...look, scale, printScale, onPoint }),
        data as uPlot.AlignedData,
        element,
      );
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot?.destroy();
    };
    // `isDark` is read through the page's colours.
  }, [series, isDark, scale, printScale, onPoint]);

  // Time runs from left to right in every language.
  return <div ref={host} className="trend-plot" dir="ltr" role="img" aria-label={label} />;
}
