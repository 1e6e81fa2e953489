import type { AccountRow } from "../api/accountViews";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";

/** How much a company's people use what they buy. */
export function UsageCard({ account }: { readonly account: AccountRow }) {
  const t = texts.accounts;
  const { score } = account.engagement;
  return (
    <Card title={t.usage} className="span-4">
      <dl className="facts">
        <dt>{t.activeFacts}</dt>
        <dd>{t.activeOf(count(account.active), count(account.customers))}</dd>
        <dt>{t.interactions}</dt>
        <dd>{count(account.interactions)}</dd>
        <dt>{t.engagement}</dt>
        <dd>
          {score === undefined ? texts.score.status.notEnoughData : `${count(score)} ${texts.customer.ofHundred}`}
        </dd>
      </dl>
    </Card>
  );
}
