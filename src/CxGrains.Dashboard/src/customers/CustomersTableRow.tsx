import { memo } from "react";
import type { CustomerRow } from "../api/views";
import { amount, count } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";
import { RiskMeter } from "../ui/RiskMeter";
import { Said } from "../ui/Said";

interface Props {
  readonly customer: CustomerRow;
  /** The currency of all amounts; undefined where there are several. */
  readonly currency: string | undefined;
}

export const CustomersTableRow = memo(function CustomersTableRow({ customer, currency }: Props) {
  const { engagement } = customer;
  return (
    <tr data-testid="customer-row" data-customer={customer.id}>
      <td>
        <p className="line">
          <CustomerLink id={customer.id} name={customer.name} />
        </p>
        <p className="line faint" dir="auto">
          {customer.account ?? customer.email ?? customer.id}
        </p>
      </td>
      <td className="col-risk">
        <RiskMeter churn={customer.churn} />
      </td>
      <td className="col-why">
        <p className="two-lines" title={customer.churn.why}>
          <Said words={customer.churn.why} />
        </p>
      </td>
      <td className="col-engagement">
        {engagement.score === undefined ? (
          <span className="faint" title={texts.score.status.notEnoughData}>
            –
          </span>
        ) : (
          count(engagement.score)
        )}
      </td>
      <td className="col-value" title={currency === undefined ? texts.customers.mixedValue : undefined}>
        {amount(customer.value, currency)}
      </td>
      <td className="col-seen dim">
        <Ago iso={customer.lastSeen} />
      </td>
    </tr>
  );
});
