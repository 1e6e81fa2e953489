import { texts } from "../texts";

interface Props {
  readonly name: string;
  /** Whether the list is sorted by this column, and which way up; undefined where it is not. */
  readonly direction: "ascending" | "descending" | undefined;
  readonly onSort: () => void;
  readonly className?: string | undefined;
}

/** The head of a column that the list can be sorted by. */
export function SortCell({ name, direction, onSort, className }: Props) {
  return (
    <th scope="col" className={className} aria-sort={direction ?? "none"}>
      <button type="button" className="sort" aria-label={texts.customers.sortBy(name)} onClick={onSort}>
        {name}
        <span className="sort-arrow" aria-hidden="true">
          {direction === undefined ? "" : direction === "ascending" ? "↑" : "↓"}
        </span>
      </button>
    </th>
  );
}
