import { texts } from "../texts";
import { columnName } from "./columnName";
import { columns, setColumn, useColumns } from "./columns";

/** Which columns the table shows; remembered in this browser. */
export function ColumnsPicker() {
  const chosen = useColumns();
  return (
    <details className="columns-picker">
      <summary className="button">{texts.customers.columns}</summary>
      <ul>
        {columns.map((column) => (
          <li key={column}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(column)}
                onChange={(event) => {
                  setColumn(column, event.target.checked);
                }}
              />{" "}
              {columnName(column)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
