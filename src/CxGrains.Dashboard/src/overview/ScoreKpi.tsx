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
  readonly trend: Trend;
  readonly asOf: string;
}

/** A score with its uncertainty, its change in words and its last 60 days. */
export const ScoreKpi = memo(function ScoreKpi({ metric, text, responses, method, trend, asOf }: Props) {
  const change = useMemo(() => changeOf(trend), [trend]);
  const today = asOf.slice(0, 10);
  const values = useMemo(() => trendSeries(trend, today).scores.map((score) => score ?? undefined), [trend, today]);
  const answers = texts.score.answers(responses, count(responses));
  return (
    <KpiCard
      title={texts.metrics[metric]}
      note={method ?? answers}
      value={
        <>
          <ScoreBlock text={text} testId={`kpi-${metric}`} />
          <p className="faint kpi-caption">{texts.score.latest}</p>
        </>
      }
      detail={text === undefined ? answers : <Delta change={change} decimals={decimalsOf(metric)} />}
    >
      <Sparkline values={values} />
      <p className="faint kpi-caption">{texts.overview.sparkline}</p>
    </KpiCard>
  );
});
