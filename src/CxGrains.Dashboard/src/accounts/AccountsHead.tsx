import type { AccountSort } from "../api/accountViews";
import { SortCell } from "../lists/SortCell";
import { texts } from "../texts";
import { directionOf, sortBy, type AccountsFilter } from "./accountsFilter";

interface Props {
  readonly filter: AccountsFilter;
  readonly onChange: (filter: AccountsFilter) => void;
}

/** The columns' names, by nearly all of which the list can be sorted. */
export function AccountsHead({ filter, onChange }: Props) {
  const cell = (sort: AccountSort, className?: string) => (
    <SortCell
      name={texts.accounts.sorts[sort]}
      direction={filter.sort === sort ? directionOf(filter) : undefined}
      onSort={() => {
        onChange(sortBy(filter, sort));
      }}
      className={className}
    />
  );
  return (
    <thead>
      <tr aria-rowindex={1}>
        {cell("name")}
        {cell("risk", "col-risk")}
        <th scope="col" className="col-worst">
          {texts.accounts.worst}
        </th>
        {cell("customers", "col-customers")}
        {cell("value", "col-value")}
        {cell("lastSeen", "col-lastSeen")}
        {cell("renewal", "col-renewal")}
      </tr>
    </thead>
  );
}
