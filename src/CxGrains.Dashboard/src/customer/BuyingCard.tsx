import { memo } from "react";
import type { BuyingView } from "../api/customerViews";
import type { PurchasesView } from "../api/views";
import { amount, count, fixed, probability } from "../format/numbers";
import { onlyCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";

interface Props {
  readonly buying: BuyingView;
  readonly purchases: PurchasesView;
}

/** What a customer is expected to buy within the horizon. */
export const BuyingCard = memo(function BuyingCard({ buying, purchases }: Props) {
  const t = texts.customer;
  if (buying.status !== "ok" || buying.aliveProbability === undefined || buying.expectedPurchases === undefined) {
    return (
      <Card title={t.buying}>
        <Empty title={purchases.count === 0 ? t.buyingEmpty : t.buyingUnknown} />
      </Card>
    );
  }

  const { lifetimeValue, fittedToCustomers, fittedAt } = buying;
  return (
    <Card title={t.buying} note={t.within(buying.horizonDays, count(buying.horizonDays))}>
      <dl className="facts" data-testid="customer-buying">
        <dt>{t.expected}</dt>
        <dd>
          <b>{fixed(buying.expectedPurchases, 1)}</b>
        </dd>
        <dt>{t.lifetimeValue}</dt>
        <dd>
          {lifetimeValue === undefined ? (
            <span className="faint">{t.valueUnknown}</span>
          ) : (
            <b>{amount(lifetimeValue, onlyCurrency(purchases.byCurrency))}</b>
          )}
        </dd>
        <dt>{t.alive}</dt>
        <dd>
          <b>{buying.aliveProbability === 1 ? "–" : probability(buying.aliveProbability)}</b>
          {buying.aliveProbability === 1 && <span className="faint"> {t.aliveOnce}</span>}
        </dd>
      </dl>
      <p className="faint">{t.aliveHint}</p>
      {fittedToCustomers !== undefined && (
        <p className="faint card-foot">
          {t.fitted(fittedToCustomers, count(fittedToCustomers))}
          {fittedAt !== undefined && (
            <>
              , <Ago iso={fittedAt} />
            </>
          )}
        </p>
      )}
    </Card>
  );
});
