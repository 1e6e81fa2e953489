import type { WorkspaceView } from "../api/views";
import { compact, count } from "../format/numbers";
import { cesText, csatText, npsText } from "../scores/scoreText";
import { texts } from "../texts";
import { RiskSplit } from "../ui/RiskSplit";
import { AlertsKpi } from "./AlertsKpi";
import { FigureKpi } from "./FigureKpi";
import { RateKpi } from "./RateKpi";
import { ScoreKpi } from "./ScoreKpi";

export function KpiRow({ view }: { readonly view: WorkspaceView }) {
  const { nps, csat, ces, trend, asOf } = view;
  const o = texts.overview;
  return (
    <div className="kpis">
      <ScoreKpi metric="nps" text={npsText(nps)} responses={nps.responses} trend={trend.nps} asOf={asOf} />
      <ScoreKpi
        metric="csat"
        text={csatText(csat)}
        responses={csat.responses}
        method={texts.score.topTwo}
        trend={trend.csat}
        asOf={asOf}
      />
      <ScoreKpi
        metric="ces"
        text={cesText(ces)}
        responses={ces.responses}
        method={texts.score.cesMethod[ces.method]}
        trend={trend.ces}
        asOf={asOf}
      />
      <FigureKpi
        title={o.atRisk}
        note={o.atRiskNote}
        value={count(view.atRisk)}
        testId="kpi-atrisk"
        detail={o.ofCustomers(view.customers, compact(view.customers))}
      >
        <RiskSplit risk={view.risk} bare />
      </FigureKpi>
      <RateKpi perSecond={view.interactionsPerSecond} interactions={view.interactions} />
      <AlertsKpi open={view.alerts.open} alreadySo={view.alerts.alreadySo} />
    </div>
  );
}
