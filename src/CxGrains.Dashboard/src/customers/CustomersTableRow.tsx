import { memo, type Ref } from "react";
import type { CustomerRow } from "../api/customerViews";
import { texts } from "../texts";
import { CustomerLink } from "../ui/CustomerLink";
import type { Column } from "./columns";
import { CustomerCell } from "./CustomerCell";

interface Props {
  readonly customer: CustomerRow;
  /** The place in the list, from 0. */
  readonly index: number;
  readonly columns: readonly Column[];
  /** The currency of all amounts; undefined where there are several. */
  readonly currency: string | undefined;
  readonly ref: Ref<HTMLTableRowElement>;
}

export const CustomersTableRow = memo(function CustomersTableRow({ customer, index, columns, currency, ref }: Props) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} data-testid="customer-row" data-customer={customer.id}>
      <td>
        <p className="line">
          <CustomerLink id={customer.id} name={customer.name} />
        </p>
        <p className="line faint" dir="auto">
          {customer.account ?? customer.email ?? customer.id}
        </p>
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={`col-${column}`}
          title={column === "value" && currency === undefined ? texts.customers.mixedValue : undefined}
        >
          <CustomerCell customer={customer} column={column} currency={currency} />
        </td>
      ))}
    </tr>
  );
});
