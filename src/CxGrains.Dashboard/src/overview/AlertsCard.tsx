import { AlertRow } from "../alerts/AlertRow";
import { count } from "../format/numbers";
import { useAlerts } from "../live/useTopic";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { OfAll } from "../ui/OfAll";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { WayTo } from "../ui/WayTo";

const shownMax = 6;

interface Props {
  /** Whether it says that it is about all customers, where the page is about some. */
  readonly isOfAll: boolean;
}

/** What needs a person now. */
export function AlertsCard({ isOfAll }: Props) {
  const alerts = useAlerts();
  const page = alerts.kind === "ready" ? alerts.view : undefined;
  return (
    <Card
      title={texts.overview.alerts}
      note={
        page && (
          <>
            <OfAll isShown={isOfAll} />
            <WayTo to="/alerts">{texts.overview.alertsOpen(count(page.total))}</WayTo>
          </>
        )
      }
      className="span-4 alerts-card"
    >
      {alerts.kind === "loading" && <Skeleton heightRem={20} />}
      {alerts.kind === "failed" && <ProblemNote message={alerts.reason} />}
      {page?.alerts.length === 0 && (
        <Empty title={texts.overview.alertsEmpty}>
          <p>{texts.overview.alertsEmptyHint}</p>
        </Empty>
      )}
      {page && page.alerts.length > 0 && (
        <ul className="rows">
          {page.alerts.slice(0, shownMax).map((alert) => (
            <AlertRow key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Card>
  );
}
