import type { CustomerSort } from "../api/views";
import { texts } from "../texts";
import { sortBy, type CustomersFilter } from "./customersFilter";

interface Props {
  readonly sort: CustomerSort;
  readonly filter: CustomersFilter;
  readonly onChange: (filter: CustomersFilter) => void;
  readonly className?: string;
}

// Names go up from A, everything else down from the largest.
const natural = (sort: CustomerSort) => (sort === "name" ? "ascending" : "descending");
const turned = (sort: CustomerSort) => (sort === "name" ? "descending" : "ascending");

export function SortHeader({ sort, filter, onChange, className }: Props) {
  const isSorted = filter.sort === sort;
  const direction = filter.reverse ? turned(sort) : natural(sort);
  const name = texts.customers.sorts[sort];
  return (
    <th scope="col" className={className} aria-sort={isSorted ? direction : "none"}>
      <button
        type="button"
        className="sort"
        aria-label={texts.customers.sortBy(name)}
        onClick={() => {
          onChange(sortBy(filter, sort));
        }}
      >
        {name}
        <span className="sort-arrow" aria-hidden="true">
          {isSorted ? (direction === "ascending" ? "↑" : "↓") : ""}
        </span>
      </button>
    </th>
  );
}
