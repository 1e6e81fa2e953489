import { Link } from "react-router";
import type { AccountView } from "../api/accountViews";
import { AlertRow } from "../alerts/AlertRow";
import { PurchasesCard } from "../customer/PurchasesCard";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { toneOfBand } from "../ui/tone";
import { MembersCard } from "./MembersCard";
import { NpsCard } from "./NpsCard";
import { RenewalCard } from "./RenewalCard";
import { UsageCard } from "./UsageCard";
import { WorstCard } from "./WorstCard";

interface Props {
  readonly view: AccountView;
  /** Whether newer figures could not be fetched. */
  readonly isStale: boolean;
  /** Called when an alert was taken. */
  readonly onHandled: () => void;
}

/** One company: who of it is about to leave, what it is worth, and when it renews. */
export function AccountBody({ view, isStale, onHandled }: Props) {
  const t = texts.accounts;
  const { alerts, total } = view.openAlerts;
  return (
    <>
      <Link className="back" to="/accounts">
        {t.back}
      </Link>
      <PageHead title={view.name}>
        <Chip tone={toneOfBand[view.worst.band]}>{texts.riskOf[view.worst.band]}</Chip>
        <span className="dim">
          {texts.customer.lastSeen}: <Ago iso={view.lastSeen} />
        </span>
      </PageHead>
      <p className="subtitle">{t.customers(view.customers, count(view.customers))}</p>
      {isStale && <p className="stale">{texts.problems.stale}</p>}
      <div className="grid">
        <WorstCard worst={view.worst} atRisk={view.atRisk} />
        <RenewalCard renewal={view.renewal} />
        <UsageCard account={view} />
        <MembersCard account={view.id} members={view.members} />
        <div className="span-4 stack">
          <PurchasesCard purchases={view.purchases} />
          <NpsCard nps={view.nps} />
          <Card title={t.alerts} note={count(total)}>
            {alerts.length === 0 ? (
              <Empty title={t.noAlerts} />
            ) : (
              <ul className="rows">
                {alerts.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} onHandled={onHandled} />
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
