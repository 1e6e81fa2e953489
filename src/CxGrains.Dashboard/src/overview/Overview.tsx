import { lazy, Suspense } from "react";
import type { WorkspaceView } from "../api/views";
import { AlertsCard } from "./AlertsCard";
import { AtRiskCard } from "./AtRiskCard";
import { FeedCard } from "./FeedCard";
import { KpiRow } from "./KpiRow";
import { TrendCard } from "./TrendCard";

// It stands below all else, so that it may come a moment later.
const OverviewInsights = lazy(async () => ({ default: (await import("./OverviewInsights")).OverviewInsights }));

/** Top to bottom: how are we, what needs a person now, who is about to leave and why, what is happening. */
export function Overview({ view }: { readonly view: WorkspaceView }) {
  return (
    <div className="grid overview">
      <KpiRow view={view} />
      <TrendCard trend={view.trend} nps={view.nps} asOf={view.asOf} />
      <AlertsCard />
      <AtRiskCard customers={view.atRiskCustomers} total={view.atRisk} />
      <FeedCard feed={view.feed} />
      <Suspense fallback={null}>
        <OverviewInsights />
      </Suspense>
    </div>
  );
}
