import { memo, type Ref } from "react";
import { Link } from "react-router";
import type { AccountRow } from "../api/accountViews";
import { amount, count } from "../format/numbers";
import { onlyCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";
import { RiskMeter } from "../ui/RiskMeter";
import { RenewalText } from "./RenewalText";

interface Props {
  readonly account: AccountRow;
  /** The place in the list, from 0. */
  readonly index: number;
  readonly ref: Ref<HTMLTableRowElement>;
}

export const AccountsTableRow = memo(function AccountsTableRow({ account, index, ref }: Props) {
  const { id, name, purchases, worst, atRisk } = account;
  const t = texts.accounts;
  const currency = onlyCurrency(purchases.byCurrency);
  const isMixed = Object.keys(purchases.byCurrency).length > 1;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} data-testid="account-row" data-account={id}>
      <td>
        <p className="line">
          <Link className="customer-link" to={`/accounts/${encodeURIComponent(id)}`}>
            <bdi>{name}</bdi>
          </Link>
        </p>
        <p className="line faint">{t.active(account.active, count(account.active))}</p>
      </td>
      <td className="col-risk">
        <RiskMeter churn={worst} />
      </td>
      <td className="col-worst">
        {worst.customer === undefined ? (
          <span className="faint">–</span>
        ) : (
          <p className="line">
            <CustomerLink id={worst.customer} name={worst.customerName} />
          </p>
        )}
        <p className="line faint">{atRisk === 0 ? t.nobodyAtRisk : t.atRisk(atRisk, count(atRisk))}</p>
      </td>
      <td className="col-customers">{count(account.customers)}</td>
      <td className="col-value" title={isMixed ? texts.customers.mixedValue : undefined}>
        {amount(purchases.total, currency)}
      </td>
      <td className="col-lastSeen dim">
        <Ago iso={account.lastSeen} />
      </td>
      <td className="col-renewal">
        <RenewalText renewal={account.renewal} />
      </td>
    </tr>
  );
});
