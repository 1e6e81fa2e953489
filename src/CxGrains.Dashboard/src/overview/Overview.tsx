import { lazy, Suspense } from "react";
import type { InsightsView } from "../api/insightsViews";
import type { SegmentView, WorkspaceView } from "../api/views";
import { AlertsCard } from "./AlertsCard";
import { AtRiskCard } from "./AtRiskCard";
import { FeedCard } from "./FeedCard";
import { KpiRow } from "./KpiRow";
import { SegmentAtRisk } from "./SegmentAtRisk";
import { TrendCard } from "./TrendCard";

// It stands below all else, so that it may come a moment later.
const OverviewInsights = lazy(async () => ({ default: (await import("./OverviewInsights")).OverviewInsights }));

interface Props {
  readonly view: WorkspaceView;
  /** Whose figures are shown; undefined for all customers. */
  readonly segment: SegmentView | undefined;
  /** What stands behind the scores, of these customers and of the window; undefined until it is known. */
  readonly insights: InsightsView | undefined;
  /** Whether the scores are those of the window. */
  readonly isWindow: boolean;
}

/** Top to bottom: how are we, what needs a person now, who is about to leave and why, what is happening. */
export function Overview({ view, segment, insights, isWindow }: Props) {
  const isPart = segment !== undefined;
  return (
    <div className="grid overview">
      <KpiRow view={view} segment={segment} insights={isWindow ? insights : undefined} />
      <TrendCard trend={view.trend} nps={view.nps} asOf={view.asOf} isOfAll={isPart} />
      <AlertsCard isOfAll={isPart} />
      {segment === undefined ? (
        <AtRiskCard customers={view.atRiskCustomers} total={view.atRisk} />
      ) : (
        <SegmentAtRisk segment={segment.id} />
      )}
      <FeedCard feed={view.feed} isOfAll={isPart} />
      {insights !== undefined && (
        <Suspense fallback={null}>
          <OverviewInsights view={insights} />
        </Suspense>
      )}
    </div>
  );
}
