import type { CustomerRow } from "../api/views";
import { useCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import type { CustomersFilter } from "./customersFilter";
import { CustomersTableRow } from "./CustomersTableRow";
import { SortHeader } from "./SortHeader";

interface Props {
  readonly rows: readonly CustomerRow[];
  readonly filter: CustomersFilter;
  readonly onFilter: (filter: CustomersFilter) => void;
  readonly onHold: (isHeld: boolean) => void;
}

export function CustomersTable({ rows, filter, onFilter, onHold }: Props) {
  const head = { filter, onChange: onFilter };
  const currency = useCurrency();
  return (
    <table className="table customers-table">
      <thead>
        <tr>
          <SortHeader sort="name" {...head} />
          <SortHeader sort="risk" {...head} className="col-risk" />
          <th scope="col" className="col-why">
            {texts.customers.why}
          </th>
          <SortHeader sort="engagement" {...head} className="col-engagement" />
          <SortHeader sort="value" {...head} className="col-value" />
          <SortHeader sort="lastSeen" {...head} className="col-seen" />
        </tr>
      </thead>
      <tbody
        onPointerEnter={(event) => {
          onHold(event.pointerType === "mouse");
        }}
        onPointerLeave={() => {
          onHold(false);
        }}
        onFocus={() => {
          onHold(true);
        }}
        onBlur={() => {
          onHold(false);
        }}
      >
        {rows.map((customer) => (
          <CustomersTableRow key={customer.id} customer={customer} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}
