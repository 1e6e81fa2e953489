import { useMemo, useState } from "react";
import type { SurveyMetric, Trend, TrendPoint } from "../api/views";
import { day } from "../format/dates";
import { count, percent, scaleNumbers } from "../format/numbers";
import { lastDay } from "../scores/change";
import { metricScore } from "../scores/scoreText";
import { texts } from "../texts";
import { Empty } from "../ui/Empty";
import { TrendPlot } from "./TrendPlot";
import { answersMin, trendSeries } from "./trendSeries";
import type { ScoreScale } from "./yRange";

interface Props {
  readonly metric: SurveyMetric;
  readonly trend: Trend;
  readonly asOf: string;
}

const printScales = {
  nps: scaleNumbers,
  csat: (scores: readonly number[]) => scores.map((score) => percent(score)),
  ces: scaleNumbers,
  rating: scaleNumbers,
};

// Ratings have scales of their own; below 1 there is none.
const scales: Record<SurveyMetric, ScoreScale> = {
  nps: { limits: [-100, 100], spanMin: 20 },
  csat: { limits: [0, 100], spanMin: 10 },
  ces: { limits: [1, 7], spanMin: 1 },
  rating: { limits: [1, Number.MAX_SAFE_INTEGER], spanMin: 1 },
};

/** A score's trend with its 95 % band. The day under the pointer is told in a line that is always there. */
export function TrendChart({ metric, trend, asOf }: Props) {
  const [pointed, setPointed] = useState<number>();
  const today = asOf.slice(0, 10);
  const series = useMemo(() => trendSeries(trend, today), [trend, today]);
  const first = Object.keys(trend).sort()[0];
  const last = lastDay(trend);
  if (first === undefined || last === undefined) {
    return (
      <div className="trend-empty">
        <Empty title={texts.overview.trendEmpty} />
      </div>
    );
  }

  if (series.scores.every((score) => score === null)) {
    return (
      <div className="trend-empty">
        <Empty title={texts.overview.trendFew(count(answersMin))} />
      </div>
    );
  }

  const index = pointed ?? series.days.length - 1;
  return (
    <>
      <TrendPlot
        series={series}
        label={texts.overview.trendSummary(
          texts.metrics[metric],
          dayText(metric, first, trend[first]),
          dayText(metric, last, trend[last]),
        )}
        scale={scales[metric]}
        printScale={printScales[metric]}
        onPoint={setPointed}
      />
      <p className="trend-readout">{dayText(metric, series.days[index] ?? "", series.points[index])}</p>
    </>
  );
}

function dayText(metric: SurveyMetric, iso: string, point: TrendPoint | undefined): string {
  if (point === undefined) {
    return texts.overview.trendNoDay(day(iso));
  }

  const { low, high } = point;
  const range =
    low === undefined || high === undefined ? "" : `${metricScore(metric, low)} – ${metricScore(metric, high)}`;
  const answers = texts.score.answers(point.responses, count(point.responses));
  const told = point.responses < answersMin ? texts.overview.tooFew(answers) : answers;
  return texts.overview.trendDay(day(iso), metricScore(metric, point.score), range, told);
}
