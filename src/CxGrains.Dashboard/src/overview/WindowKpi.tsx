import { memo } from "react";
import type { ChangeView } from "../api/insightsViews";
import type { SurveyMetric, TrendPoint } from "../api/views";
import { count, margin, percentRange, signed } from "../format/numbers";
import { arrowOf, toneOfChange } from "../scores/change";
import { decimalsOf, metricScore, type ScoreText } from "../scores/scoreText";
import { texts } from "../texts";
import { ScoreBlock } from "../ui/ScoreBlock";
import { KpiCard } from "./KpiCard";

interface Props {
  readonly metric: Exclude<SurveyMetric, "rating">;
  readonly change: ChangeView;
  readonly days: number;
  /** Whether it is of a segment, of whose members only the latest answers are known. */
  readonly isOfMembers: boolean;
}

/** A score of the answers in a window, against the window before. */
export const WindowKpi = memo(function WindowKpi({ metric, change, days, isOfMembers }: Props) {
  const o = texts.overview;
  const responses = change.now?.responses ?? 0;
  return (
    <KpiCard
      title={texts.metrics[metric]}
      tip={texts.metricHints[metric]}
      note={texts.score.answers(responses, count(responses))}
      value={
        <>
          <ScoreBlock text={change.now && textOf(metric, change.now)} testId={`kpi-${metric}`} />
          <p className="faint kpi-caption">{(isOfMembers ? o.membersInWindow : o.inWindow)(days, count(days))}</p>
        </>
      }
      detail={<Difference metric={metric} change={change} />}
    />
  );
});

function Difference({ metric, change }: { readonly metric: SurveyMetric; readonly change: ChangeView }) {
  const o = texts.overview;
  const { difference, isReal } = change;
  if (difference === undefined) {
    return <span className="faint">{o.noBefore}</span>;
  }

  return (
    <>
      <b className={`text-${toneOfChange({ difference, isReal })}`}>
        <span aria-hidden="true">{arrowOf(difference)}</span> {signed(difference, decimalsOf(metric))}
      </b>{" "}
      {isReal === undefined ? o.changeUnknown : isReal ? o.changeReal : o.changeNoise}
    </>
  );
}

function textOf(metric: SurveyMetric, { score, low, high }: TrendPoint): ScoreText {
  const uncertainty =
    low === undefined || high === undefined
      ? ""
      : metric === "csat"
        ? percentRange(low, high)
        : margin((high - low) / 2, decimalsOf(metric));
  return { value: metricScore(metric, score), uncertainty };
}
