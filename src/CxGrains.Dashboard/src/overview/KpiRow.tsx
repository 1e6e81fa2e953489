import type { InsightsView } from "../api/insightsViews";
import type { SegmentView, WorkspaceView } from "../api/views";
import { AlertsKpi } from "./AlertsKpi";
import { AtRiskKpi } from "./AtRiskKpi";
import { RateKpi } from "./RateKpi";
import { ScoreKpis } from "./ScoreKpis";

interface Props {
  readonly view: WorkspaceView;
  readonly segment?: SegmentView | undefined;
  readonly insights?: InsightsView | undefined;
}

/** The figures that say how we are; alerts and what comes in are those of all customers. */
export function KpiRow({ view, segment, insights }: Props) {
  return (
    <div className="kpis">
      <ScoreKpis view={view} segment={segment} insights={insights} />
      <AtRiskKpi
        atRisk={segment?.risk.high ?? view.atRisk}
        risk={segment?.risk ?? view.risk}
        customers={segment?.members ?? view.customers}
        segment={segment?.id}
      />
      <RateKpi perSecond={view.interactionsPerSecond} interactions={view.interactions} />
      <AlertsKpi open={view.alerts.open} alreadySo={view.alerts.alreadySo} />
    </div>
  );
}
