import type { CustomerSort } from "../../api/customerViews";
import { plural } from "./plural";

const sorts: Record<CustomerSort, string> = {
  risk: "Risk",
  lastSeen: "Last seen",
  engagement: "Engagement",
  value: "Value",
  name: "Customer",
};

export const customers = {
  title: "Customers",
  columns: "Columns",
  columnNames: { email: "E-mail", account: "Account", id: "Id", segments: "Segments" },
  accountIs: "Account, exactly",
  conditions: "More conditions",
  conditionsHint: "Lists know these fields only. A segment can ask for more, such as answers and channels.",
  match: "Show customers where",
  apply: "Apply",
  clear: "Remove the conditions",
  toSegment: "Make a segment of it",
  exportCsv: "Export as CSV",
  exporting: (done: string, total: string) => `${done} of ${total} read …`,
  exportStop: "Stop",
  exportMax: (n: string) => `The first ${n} were exported: no file holds more.`,
  exportDone: (n: number, shown: string) =>
    plural(n, shown, { one: "1 customer exported.", other: "# customers exported." }),
  tableLabel: "Customers that match",
  search: "Search name, e-mail, account or id",
  band: "Risk",
  anyBand: "Any risk",
  segment: "Segment",
  anySegment: "Any segment",
  found: (n: number, shown: string) => plural(n, shown, { one: "1 customer", other: "# customers" }),
  sorts,
  sortBy: (name: string) => `Sort by ${name}`,
  why: "Why",
  more: "Load more",
  shown: (shown: string, total: string) => `${shown} of ${total}`,
  none: "No customer matches.",
  noneHint: "Try fewer letters, or another risk or segment.",
  mixedValue: "Amounts in several currencies, added up as they are",
  held: "The order waits while you point at the list",
};
