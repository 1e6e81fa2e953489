import type { CustomerRow } from "../api/customerViews";
import { texts } from "../texts";
import { columnName } from "./columnName";
import type { Column } from "./columns";

/** A spreadsheet would take a text that begins so for a formula, and run it. */
const formula = /^[=+\-@\t\r]/;

/** A cell of a CSV file (RFC 4180). */
export function cell(value: string | number | undefined): string {
  if (value === undefined) {
    return "";
  }

  const text = typeof value === "string" && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Numbers and times as programs read them: a file is for other programs.
const values: Readonly<Record<Column, (row: CustomerRow) => string | number | undefined>> = {
  risk: (row) => (row.churn.probability === undefined ? undefined : Number(row.churn.probability.toFixed(4))),
  why: (row) => row.churn.why,
  engagement: (row) => (row.engagement.score === undefined ? undefined : Number(row.engagement.score.toFixed(1))),
  value: (row) => row.value,
  lastSeen: (row) => row.lastSeen,
  email: (row) => row.email,
  account: (row) => row.account,
  id: (row) => row.id,
  segments: (row) => row.segments.join(" "),
};

const end = "\r\n";

/** The heading of a file with the columns that are shown. */
export const csvHead = (columns: readonly Column[]): string =>
  [texts.customers.sorts.name, ...columns.map(columnName)].map(cell).join(",") + end;

/** Lines of a file. A customer without a name stands by its id. */
export const csvLines = (rows: readonly CustomerRow[], columns: readonly Column[]): string =>
  rows
    .map((row) => [row.name ?? row.id, ...columns.map((column) => values[column](row))].map(cell).join(",") + end)
    .join("");
