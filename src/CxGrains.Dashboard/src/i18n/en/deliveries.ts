import type { DeliveryState, DestinationKind } from "../../api/destinations";
import type { AlertSeverity } from "../../api/alertViews";
import { plural } from "./plural";

const kinds: Record<DestinationKind, string> = {
  webhook: "Webhook",
  slack: "Slack",
  teams: "Microsoft Teams",
  email: "E-mail",
};

const states: Record<DeliveryState, string> = {
  waiting: "Waiting",
  delivered: "Delivered",
  dead: "Given up",
  withdrawn: "Not sent",
};

/** The words of the pages of destinations and deliveries. */
export const deliveries = {
  title: "Destinations",
  hint: "Where alerts are sent. Each alert reaches each destination at least once, always by the same id.",
  create: "New destination",
  edit: "Edit",
  empty: "Nobody is told yet.",
  emptyHint: "A destination is a webhook of yours, a channel of Slack or Teams, or some e-mail addresses.",
  kinds,
  states,
  kind: "Kind",
  kindHint: "It cannot change later.",
  idHint: "Letters, digits, “.”, “_” and “-”. It cannot change later.",
  url: "Address",
  urlHints: {
    webhook: "Gets signed requests, as Standard Webhooks says.",
    slack: "The address of an incoming webhook. It is never shown again.",
    teams: "The address of a workflow that takes webhook requests. It is never shown again.",
    email: "",
  } satisfies Record<DestinationKind, string>,
  urlKept: "Leave it empty to keep the one there is.",
  addresses: "E-mail addresses",
  addressesHint: "One a line.",
  noMail: "E-mail needs a mail server, which the administrator sets.",
  severity: "Least severity",
  severityHint: "What matters less is not sent.",
  enabled: "Send alerts to it",
  reportsOnly: "Send reports only, and no alerts",
  atLeast: { info: "all alerts", warning: "from warning", critical: "from critical" } satisfies Record<
    AlertSeverity,
    string
  >,
  disabled: "Disabled",
  on: "On",
  waiting: (n: string) => `${n} waiting`,
  dead: (n: string) => `${n} given up`,
  secret: "Its secret",
  secretHint: "This is the only time that it is shown. The receiver checks the signatures with it.",
  secrets: (n: number, shown: string) => plural(n, shown, { one: "1 secret signs", other: "# secrets sign" }),
  rotate: "Make another secret",
  rotateHint: "The one before signs for 24 hours more.",
  done: "Done",
  test: "Send a test",
  testSent: "A test is on its way. It shows below.",
  replay: "Send again",
  replayAll: "Send all given up again",
  replayed: (n: string) => `${n} on their way again.`,
  remove: "Remove",
  deliveries: "Deliveries",
  which: "Which deliveries",
  all: "All",
  noDeliveries: "Nothing was sent yet.",
  noDeliveriesHint: "Send a test to see whether it works.",
  state: "State",
  about: "About",
  last: "Last attempt",
  when: "When",
  attempt: (n: string, of: string) => `attempt ${n} · ${of}`,
  took: (ms: string) => `${ms} ms`,
  next: "next",
  noAttempt: "not tried yet",
  isReport: "Report",
  isTest: "Test",
  more: "Show more",
};
