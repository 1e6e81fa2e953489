import { memo } from "react";
import type { CustomerRow } from "../api/views";
import { amount } from "../format/numbers";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";
import { RiskMeter } from "../ui/RiskMeter";

export const AtRiskRow = memo(function AtRiskRow({ customer }: { readonly customer: CustomerRow }) {
  return (
    <tr data-testid="atrisk-row" data-customer={customer.id}>
      <td>
        <p className="line">
          <CustomerLink id={customer.id} name={customer.name} />
        </p>
        <p className="line faint">{customer.account ?? customer.email ?? customer.id}</p>
      </td>
      <td>
        <RiskMeter churn={customer.churn} />
      </td>
      <td>
        <p className="two-lines" title={customer.churn.why}>
          {customer.churn.why}
        </p>
      </td>
      <td className="col-value">{amount(customer.value)}</td>
      <td className="col-seen dim">
        <Ago iso={customer.lastSeen} />
      </td>
    </tr>
  );
});
