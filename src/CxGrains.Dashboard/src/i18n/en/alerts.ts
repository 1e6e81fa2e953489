export const alerts = {
  title: "Alerts",
  open: "To handle",
  resolved: "Resolved",
  closed: "Closed",
  alreadySo: "Already so",
  alreadySoHint: "At high risk before it could be news, such as in imported history. Nobody was called.",
  allCustomers: "All customers",
  /** What the rule that stands from the beginning says. */
  churnHigh: "turned high risk",
  severities: { info: "Info", warning: "Warning", critical: "Critical" },
  noneOpen: "No open alerts.",
  noneSo: "Nothing was already so.",
  which: "Which alerts",
  total: (shown: string, total: string) => `${shown} of ${total}, newest first`,
};
