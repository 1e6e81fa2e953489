import { memo } from "react";
import type { ChurnView } from "../api/customerViews";
import { date } from "../format/dates";
import { count, probability } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";
import { Said } from "../ui/Said";
import { toneOfBand } from "../ui/tone";
import { ChurnDrivers } from "./ChurnDrivers";

/** How likely the customer leaves, who says so, and what tells it from the average customer. */
export const ChurnCard = memo(function ChurnCard({ churn }: { readonly churn: ChurnView }) {
  const t = texts.customer;
  if (churn.status !== "ok" || churn.probability === undefined) {
    return (
      <Card title={t.churn} className="span-6">
        <Empty title={t.churnEmpty} />
      </Card>
    );
  }

  const since = churn.since === undefined ? "" : t.since(date(churn.since));
  return (
    <Card title={t.churn} note={since} className="span-6">
      <p className="score">
        <span className="score-value" data-testid="customer-churn">
          {probability(churn.probability)}
        </span>{" "}
        <span className="score-margin">
          {churn.horizonDays === undefined
            ? t.probability
            : t.probabilityWithin(churn.horizonDays, count(churn.horizonDays))}
        </span>
      </p>
      <Meter share={churn.probability} tone={toneOfBand[churn.band]} />
      <p className="why">
        <Said words={churn.why} />
      </p>
      {churn.alreadySo && <p className="faint">{t.alreadySo}</p>}
      <ChurnDrivers churn={churn} />
      <p className="faint card-foot" data-testid="churn-source">
        {churn.source === "model" ? t.learned(churn.outcomes ?? 0, count(churn.outcomes ?? 0)) : t.prior}
      </p>
    </Card>
  );
});
