import { useSearchParams } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { insightsTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { InsightsBody } from "./InsightsBody";
import { InsightsFilters } from "./InsightsFilters";
import { daysDefault, readScope, writeScope, type InsightsDays } from "./scope";
import { useInsightsWindow } from "./useInsightsWindow";

/** What stands behind the scores, for all customers or a segment. The choice is in the address. */
export function InsightsPage() {
  const [params, setParams] = useSearchParams();
  const { segment, days = daysDefault } = readScope(params);
  const insights = useInsightsWindow(segment, days);
  const choose = (nextSegment: string | undefined, nextDays: InsightsDays) => {
    setParams(writeScope({ segment: nextSegment, days: nextDays }, daysDefault), { replace: true });
  };
  if (insights.kind === "notFound") {
    return <NotFoundPage title={t.notFound(segment ?? "")} to="/insights" link={t.toAll} />;
  }

  return (
    <>
      <PageHead title={t.title}>
        <InsightsFilters segment={segment} days={days} onChoose={choose} />
      </PageHead>
      {insights.kind === "loading" && <SkeletonPage />}
      {insights.kind === "failed" && <ProblemNote message={insights.reason} onRetry={insights.retry} />}
      {insights.kind === "ready" && <InsightsBody view={insights.view} />}
    </>
  );
}
