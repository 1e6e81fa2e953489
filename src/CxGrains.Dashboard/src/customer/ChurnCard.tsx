import { memo } from "react";
import type { ChurnView } from "../api/views";
import { date } from "../format/dates";
import { probability, signed } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";
import { SignedBar } from "../ui/SignedBar";
import { toneOfBand } from "../ui/tone";

/** How likely the customer has left, and what moves that to either side. */
export const ChurnCard = memo(function ChurnCard({ churn }: { readonly churn: ChurnView }) {
  const t = texts.customer;
  if (churn.status !== "ok" || churn.probability === undefined) {
    return (
      <Card title={t.churn} className="span-6">
        <Empty title={t.churnEmpty} />
      </Card>
    );
  }

  const drivers = churn.drivers ?? [];
  const largest = Math.max(0.01, ...drivers.map((driver) => Math.abs(driver.contribution)));
  const since = churn.since === undefined ? "" : t.since(date(churn.since));
  return (
    <Card title={t.churn} note={since} className="span-6">
      <p className="score">
        <span className="score-value" data-testid="customer-churn">
          {probability(churn.probability)}
        </span>{" "}
        <span className="score-margin">{t.probability}</span>
      </p>
      <Meter share={churn.probability} tone={toneOfBand[churn.band]} />
      <p className="why">{churn.why}</p>
      {churn.alreadySo && <p className="faint">{t.alreadySo}</p>}
      <h3>{t.drivers}</h3>
      <ul className="drivers">
        {drivers.map((driver) => (
          <li key={driver.factor}>
            <span className="driver-text">{driver.text}</span>
            <SignedBar share={driver.contribution / largest} />
            <span className="driver-number" title={driver.contribution > 0 ? t.raises : t.lowers}>
              <b className={driver.contribution > 0 ? "text-bad" : "text-good"}>{signed(driver.contribution, 1)}</b>{" "}
              <span className="faint">{driver.contribution > 0 ? t.raises : t.lowers}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
});
