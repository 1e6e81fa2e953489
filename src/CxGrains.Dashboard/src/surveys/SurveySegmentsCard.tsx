import { memo } from "react";
import type { SurveySegments } from "../api/comparisonViews";
import { useQuery } from "../api/useQuery";
import type { SurveyMetric } from "../api/views";
import { texts } from "../texts";
import { BreakdownCard } from "./BreakdownCard";

interface Props {
  readonly survey: string;
  readonly metric: SurveyMetric;
  readonly days: number;
}

const everyMs = 15_000;

/** What the survey measures, by segment: of each member the latest answer, as that is what segments know. */
export const SurveySegmentsCard = memo(function SurveySegmentsCard({ survey, metric, days }: Props) {
  const t = texts.surveys;
  const path = `surveys/${encodeURIComponent(survey)}/segments?window=${days}d`;
  const { view, viewPath } = useQuery<SurveySegments>(path, everyMs);
  const rows = (viewPath === path ? (view?.segments ?? []) : [])
    .filter((segment) => segment.score !== undefined)
    .map(({ name, score }) => ({ name, responses: score?.responses ?? 0, ...(score && { score: score.score }) }));
  return (
    <BreakdownCard
      title={t.bySegment}
      metric={metric}
      rows={rows}
      note={metric === "rating" ? t.noRatings : t.membersNote}
    />
  );
});
