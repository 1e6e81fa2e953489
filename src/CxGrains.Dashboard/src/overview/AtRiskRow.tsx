import { memo } from "react";
import type { CustomerRow } from "../api/customerViews";
import { amount } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";
import { RiskMeter } from "../ui/RiskMeter";
import { Said } from "../ui/Said";

interface Props {
  readonly customer: CustomerRow;
  /** What stands under the name. */
  readonly below: string;
  /** The currency of all amounts; undefined where there are several. */
  readonly currency: string | undefined;
}

export const AtRiskRow = memo(function AtRiskRow({ customer, below, currency }: Props) {
  return (
    <tr data-testid="atrisk-row" data-customer={customer.id}>
      <td>
        <p className="line">
          <CustomerLink id={customer.id} name={customer.name} />
        </p>
        <p className="line faint" dir="auto">
          {below}
        </p>
      </td>
      <td>
        <RiskMeter churn={customer.churn} />
      </td>
      <td>
        <p className="two-lines" title={customer.churn.why}>
          <Said words={customer.churn.why} />
        </p>
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
