import type { WorkspaceView } from "../api/views";
import { AlertsCard } from "./AlertsCard";
import { AtRiskCard } from "./AtRiskCard";
import { FeedCard } from "./FeedCard";
import { KpiRow } from "./KpiRow";
import { TrendCard } from "./TrendCard";

/** Top to bottom: how are we, what needs a person now, who is about to leave and why, what is happening. */
export function Overview({ view }: { readonly view: WorkspaceView }) {
  return (
    <div className="grid overview">
      <KpiRow view={view} />
      <TrendCard trend={view.trend} nps={view.nps} asOf={view.asOf} />
      <AlertsCard />
      <AtRiskCard customers={view.atRiskCustomers} total={view.atRisk} />
      <FeedCard feed={view.feed} />
    </div>
  );
}
