import { memo, useMemo } from "react";
import type { SurveyMetric, Trend } from "../api/views";
import { trendSeries } from "../charts/trendSeries";
import { count } from "../format/numbers";
import { changeOf } from "../scores/change";
import { decimalsOf, type ScoreText } from "../scores/scoreText";
import { texts } from "../texts";
import { Delta } from "../ui/Delta";
import { ScoreBlock } from "../ui/ScoreBlock";
import { Sparkline } from "../ui/Sparkline";
import { KpiCard } from "./KpiCard";

interface Props {
  readonly metric: Exclude<SurveyMetric, "rating">;
  readonly text: ScoreText | undefined;
  readonly responses: number;
  /** How the score is made, where the metric has several ways. */
  readonly method?: string;
  /** Undefined where only the score of now is known. */
  readonly trend: Trend | undefined;
  readonly asOf: string;
}

/** A score with its uncertainty and, where it has a trend, its change in words and its last 60 days. */
export const ScoreKpi = memo(function ScoreKpi({ metric, text, responses, method, trend, asOf }: Props) {
  const answers = texts.score.answers(responses, count(responses));
  return (
    <KpiCard
      title={texts.metrics[metric]}
      tip={texts.metricHints[metric]}
      note={method ?? answers}
      value={
        <>
          <ScoreBlock text={text} testId={`kpi-${metric}`} />
          <p className="faint kpi-caption">{texts.score.latest}</p>
        </>
      }
      detail={
        text === undefined || trend === undefined ? answers : <TrendDelta trend={trend} decimals={decimalsOf(metric)} />
      }
    >
      {trend !== undefined && <TrendLine trend={trend} today={asOf.slice(0, 10)} />}
    </KpiCard>
  );
});

function TrendDelta({ trend, decimals }: { readonly trend: Trend; readonly decimals: number }) {
  const change = useMemo(() => changeOf(trend), [trend]);
  return <Delta change={change} decimals={decimals} />;
}

function TrendLine({ trend, today }: { readonly trend: Trend; readonly today: string }) {
  const values = useMemo(() => trendSeries(trend, today).scores.map((score) => score ?? undefined), [trend, today]);
  return (
    <>
      <Sparkline values={values} />
      <p className="faint kpi-caption">{texts.overview.sparkline}</p>
    </>
  );
}
