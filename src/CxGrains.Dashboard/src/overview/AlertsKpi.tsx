import { count } from "../format/numbers";
import { useAlerts } from "../live/useTopic";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { FigureKpi } from "./FigureKpi";

interface Props {
  readonly open: number;
  readonly alreadySo: number;
}

/** How much needs a person, and since when. */
export function AlertsKpi({ open, alreadySo }: Props) {
  const alerts = useAlerts();
  const latest = alerts.kind === "ready" ? alerts.view.alerts[0] : undefined;
  const o = texts.overview;
  return (
    <FigureKpi
      title={o.openAlerts}
      note={o.toHandle}
      value={count(open)}
      testId="kpi-alerts"
      detail={o.alreadySo(count(alreadySo))}
      tip={texts.alerts.alreadySoHint}
    >
      {latest !== undefined && (
        <p className="line faint kpi-latest">
          {latest.name ?? latest.subject.id ?? texts.alerts.allCustomers} · <Ago iso={latest.at} />
        </p>
      )}
    </FigureKpi>
  );
}
