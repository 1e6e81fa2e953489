import type { CustomerSort } from "../api/customerViews";
import { SortCell } from "../lists/SortCell";
import { texts } from "../texts";
import { sortBy, type CustomersFilter } from "./customersFilter";

interface Props {
  readonly sort: CustomerSort;
  readonly filter: CustomersFilter;
  readonly onChange: (filter: CustomersFilter) => void;
  readonly className?: string;
}

// Names go up from A, everything else down from the largest.
const isUpward = (filter: CustomersFilter) => (filter.sort === "name") !== filter.reverse;

export function SortHeader({ sort, filter, onChange, className }: Props) {
  return (
    <SortCell
      name={texts.customers.sorts[sort]}
      direction={filter.sort !== sort ? undefined : isUpward(filter) ? "ascending" : "descending"}
      onSort={() => {
        onChange(sortBy(filter, sort));
      }}
      className={className}
    />
  );
}
