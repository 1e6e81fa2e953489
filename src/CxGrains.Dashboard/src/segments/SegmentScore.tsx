import type { ReactNode } from "react";
import type { SurveyMetric } from "../api/views";
import { count } from "../format/numbers";
import type { ScoreText } from "../scores/scoreText";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { ScoreBlock } from "../ui/ScoreBlock";

interface Props {
  readonly metric: SurveyMetric;
  readonly text: ScoreText | undefined;
  readonly responses: number;
  readonly method?: string;
  readonly children?: ReactNode;
}

/** A score of a segment's members. */
export function SegmentScore({ metric, text, responses, method, children }: Props) {
  return (
    <Card title={texts.metricNames[metric]} note={method ?? texts.segments.scoresNote} className="span-4">
      <ScoreBlock text={text} testId={`segment-${metric}`} />
      <p className="kpi-detail">{texts.score.answers(responses, count(responses))}</p>
      {children}
    </Card>
  );
}
