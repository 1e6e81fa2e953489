import { texts } from "../texts";
import type { Column } from "./columns";

/** What a column is called. */
export function columnName(column: Column): string {
  const { sorts, columnNames, why } = texts.customers;
  switch (column) {
    case "risk":
    case "engagement":
    case "value":
    case "lastSeen":
      return sorts[column];
    case "why":
      return why;
    default:
      return columnNames[column];
  }
}
