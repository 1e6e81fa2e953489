import { memo } from "react";
import type { JourneyView } from "../api/insightsViews";
import { count, percent } from "../format/numbers";
import { insightsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { StageRow } from "./StageRow";

/** A journey as a funnel. Each stage's bar is measured by the stage that most entered. */
export const JourneyCard = memo(function JourneyCard({ journey }: { readonly journey: JourneyView }) {
  const largest = Math.max(1, ...journey.stages.map((stage) => stage.entered));
  return (
    <Card
      title={journey.name}
      note={t.journeyNote(count(journey.entered), count(journey.finished))}
      className="span-12 journey"
    >
      <p className="journey-worst">{worstWords(journey)}</p>
      <ol className="funnel">
        {journey.stages.map((stage, index) => (
          <StageRow
            key={stage.id}
            stage={stage}
            largest={largest}
            isLast={index === journey.stages.length - 1}
            hurtsMost={journey.hurtsMost.stage === stage.id}
          />
        ))}
      </ol>
      <ul className="legend">
        <li>
          <i className="fill-accent" aria-hidden="true" />
          {t.movedOn}
        </li>
        <li>
          <i className="fill-plain" aria-hidden="true" />
          {t.inIt}
        </li>
        <li>
          <i className="fill-bad hatched" aria-hidden="true" />
          {t.dropped}: <span className="faint">{t.dropAfter(journey.dropDays, count(journey.dropDays))}</span>
        </li>
      </ul>
      <p className="faint card-foot">{t.timesRead}</p>
    </Card>
  );
});

function worstWords({ hurtsMost, stages }: JourneyView): string {
  const worst = stages.find((stage) => stage.id === hurtsMost.stage);
  if (worst === undefined) {
    return t.noWorstStage;
  }

  return worst.dropPercent === undefined || worst.dropPercent === 0
    ? t.worstStageAnswers(worst.name)
    : t.worstStage(worst.name, percent(worst.dropPercent), count(worst.movedOn + worst.dropped));
}
