import { memo } from "react";
import type { ChangeView, InsightsView } from "../api/insightsViews";
import type { SurveyMetric, TrendPoint } from "../api/views";
import { count, fixed, percentRange, signed } from "../format/numbers";
import { arrowOf, toneOfChange } from "../scores/change";
import { decimalsOf, metricScore } from "../scores/scoreText";
import { insightsTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";

interface Props {
  readonly changes: InsightsView["changes"];
  readonly days: number;
}

const metrics = ["nps", "csat", "ces"] as const;

/** Whether the scores differ from the window before, in words. */
export const ChangesCard = memo(function ChangesCard({ changes, days }: Props) {
  return (
    <Card title={t.changes} note={t.changesNote(days, count(days))} className="span-12">
      <div className="changes">
        {metrics.map((metric) => (
          <Change key={metric} metric={metric} change={changes[metric]} />
        ))}
      </div>
    </Card>
  );
});

function Change({ metric, change }: { readonly metric: SurveyMetric; readonly change: ChangeView }) {
  const { now, before, difference, isReal } = change;
  const tone = difference === undefined ? "plain" : toneOfChange({ difference, isReal });
  return (
    <section aria-label={texts.metricNames[metric]} data-testid={`change-${metric}`}>
      <h3>{texts.metrics[metric]}</h3>
      <p className="score">
        {now === undefined ? (
          <span className="score-none">{texts.score.status.notEnoughData}</span>
        ) : (
          <>
            <span className="score-value">{metricScore(metric, now.score)}</span>{" "}
            <span className="score-margin">{rangeOf(metric, now)}</span>
          </>
        )}
      </p>
      <p className="dim">
        {before === undefined
          ? t.noBefore
          : t.before(metricScore(metric, before.score), texts.score.answers(before.responses, count(before.responses)))}
      </p>
      <p className="change-words">
        <Chip tone={tone}>
          {difference === undefined ? "" : `${arrowOf(difference)} ${signed(difference, decimalsOf(metric))} `}
          {isReal === undefined ? t.unknown : isReal ? t.real : t.noise}
        </Chip>{" "}
        {changeWords(metric, change)}
      </p>
    </section>
  );
}

function rangeOf(metric: SurveyMetric, { low, high }: TrendPoint): string {
  if (low === undefined || high === undefined) {
    return texts.score.marginUnknown;
  }

  return metric === "csat" ? percentRange(low, high) : `${metricScore(metric, low)} – ${metricScore(metric, high)}`;
}

function changeWords(metric: SurveyMetric, { now, before, difference, isReal }: ChangeView): string {
  if (difference === undefined || isReal === undefined) {
    return t.changeTooFew(count(now?.responses ?? 0), count(before?.responses ?? 0));
  }

  const size = fixed(Math.abs(difference), decimalsOf(metric));
  const name = texts.metrics[metric];
  return !isReal ? t.changeNone(name, size) : difference > 0 ? t.changeRose(name, size) : t.changeFell(name, size);
}
