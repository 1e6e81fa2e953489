import type { CustomerRow } from "../api/customerViews";
import { VirtualTable } from "../lists/VirtualTable";
import { useCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { widthOf, type Column } from "./columns";
import { CustomersHead } from "./CustomersHead";
import type { CustomersFilter } from "./customersFilter";
import { CustomersTableRow } from "./CustomersTableRow";

interface Props {
  readonly rows: readonly CustomerRow[];
  readonly columns: readonly Column[];
  readonly filter: CustomersFilter;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onLook: (first: number, last: number) => void;
  readonly onFilter: (filter: CustomersFilter) => void;
  readonly onHold: (isHeld: boolean) => void;
}

/** The customers in sight, with the columns that were chosen. */
export function CustomersTable({ rows, columns, filter, hasMore, onMore, onLook, onFilter, onHold }: Props) {
  const currency = useCurrency();
  return (
    <VirtualTable
      rows={rows}
      label={texts.customers.tableLabel}
      className="customers-table"
      widthRem={widthOf(columns)}
      head={<CustomersHead columns={columns} filter={filter} onChange={onFilter} />}
      row={(customer, index, ref) => (
        <CustomersTableRow ref={ref} index={index} customer={customer} columns={columns} currency={currency} />
      )}
      hasMore={hasMore}
      onMore={onMore}
      onLook={onLook}
      onHold={onHold}
    />
  );
}
