import type { AccountSort } from "../../api/accountViews";
import { plural } from "./plural";

const sorts: Record<AccountSort, string> = {
  risk: "Worst risk",
  value: "Value",
  customers: "Customers",
  lastSeen: "Last seen",
  renewal: "Renewal",
  name: "Account",
};

export const accounts = {
  title: "Accounts",
  search: "Search accounts",
  tableLabel: "Accounts that match",
  found: (n: number, shown: string) => plural(n, shown, { one: "1 account", other: "# accounts" }),
  sorts,
  worst: "Who it is",
  none: "No account matches.",
  noneHint: "Try fewer letters.",
  empty: "No accounts yet.",
  emptyHint: "A customer belongs to an account once a “group” interaction names it.",
  account: "Account",
  back: "All accounts",
  notFound: (id: string) => `There is no account “${id}”.`,
  notFoundHint: "No customer belongs to it now.",
  customers: (n: number, shown: string) => plural(n, shown, { one: "1 customer", other: "# customers" }),
  active: (n: number, shown: string) => plural(n, shown, { one: "1 active", other: "# active" }),
  atRisk: (n: number, shown: string) => plural(n, shown, { one: "1 at high risk", other: "# at high risk" }),
  nobodyAtRisk: "nobody at high risk",
  renewal: "Renewal",
  renewalUnknown: "No renewal date is known.",
  renewalHint: "The trait “renewalDate” of a customer states it.",
  renewed: "renewed",
  notRenewed: "date passed, not renewed",
  usage: "Usage",
  activeFacts: "Seen in 30 days",
  activeOf: (active: string, all: string) => `${active} of ${all}`,
  interactions: "Interactions",
  engagement: "Engagement, mean",
  members: "Customers, the worst first",
  allMembers: (n: number, shown: string) =>
    plural(n, shown, { one: "All of them: 1 customer", other: "All of them: # customers" }),
  alerts: "Open alerts",
  noAlerts: "No open alerts.",
};
