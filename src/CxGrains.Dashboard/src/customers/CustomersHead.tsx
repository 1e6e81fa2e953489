import { columnName } from "./columnName";
import type { Column } from "./columns";
import type { CustomersFilter } from "./customersFilter";
import { SortHeader } from "./SortHeader";

interface Props {
  readonly columns: readonly Column[];
  readonly filter: CustomersFilter;
  readonly onChange: (filter: CustomersFilter) => void;
}

/** The columns' names; those that the list can be sorted by are buttons. */
export function CustomersHead({ columns, filter, onChange }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <SortHeader sort="name" filter={filter} onChange={onChange} />
        {columns.map((column) => {
          switch (column) {
            case "risk":
            case "engagement":
            case "value":
            case "lastSeen":
              return (
                <SortHeader
                  key={column}
                  sort={column}
                  filter={filter}
                  onChange={onChange}
                  className={`col-${column}`}
                />
              );
            default:
              return (
                <th key={column} scope="col" className={`col-${column}`}>
                  {columnName(column)}
                </th>
              );
          }
        })}
      </tr>
    </thead>
  );
}
