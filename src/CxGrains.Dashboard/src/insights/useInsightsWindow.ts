import type { InsightsView } from "../api/insightsViews";
import { useQuery } from "../api/useQuery";
import { useInsights } from "../live/useTopic";
import type { TopicState } from "../live/topicStore";
import type { InsightsDays } from "./scope";

/** Insights over a window. Thirty days are live; the other windows are fetched, and again while one looks at them. */
export function useInsightsWindow(segment: string | undefined, days: InsightsDays): TopicState<InsightsView> {
  const live = useInsights(segment);
  const of = segment === undefined ? "" : `&segment=${encodeURIComponent(segment)}`;
  const path = days === 30 ? undefined : `insights?window=${days}d${of}`;
  const fetched = useQuery<InsightsView>(path, 5000);
  if (path === undefined || live.kind === "notFound") {
    return live;
  }

  if (fetched.problem !== undefined && fetched.view === undefined) {
    return { kind: "failed", reason: fetched.problem.message, retry: fetched.refresh };
  }

  return fetched.view === undefined || fetched.viewPath !== path
    ? { kind: "loading" }
    : { kind: "ready", view: fetched.view };
}
