import type { CustomerRow } from "../api/customerViews";
import { useCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { AtRiskRow } from "./AtRiskRow";

interface Props {
  readonly customers: readonly CustomerRow[];
  readonly testId: string;
  /** Whether all are of one account, which need not be said of each then. */
  readonly isOfOneAccount?: boolean;
}

/** Some customers with their risk and its reason. */
export function AtRiskTable({ customers, testId, isOfOneAccount = false }: Props) {
  const currency = useCurrency();
  return (
    <table className="table risk-table" data-testid={testId}>
      <thead>
        <tr>
          <th scope="col">{texts.customers.sorts.name}</th>
          <th scope="col">{texts.customers.sorts.risk}</th>
          <th scope="col">{texts.customers.why}</th>
          <th scope="col" className="col-value">
            {texts.customers.sorts.value}
          </th>
          <th scope="col" className="col-seen">
            {texts.customers.sorts.lastSeen}
          </th>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <AtRiskRow
            key={customer.id}
            customer={customer}
            below={(isOfOneAccount ? undefined : customer.account) ?? customer.email ?? customer.id}
            currency={currency}
          />
        ))}
      </tbody>
    </table>
  );
}
