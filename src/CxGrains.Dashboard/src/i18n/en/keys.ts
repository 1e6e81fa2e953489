import type { Scope } from "../../api/views";

const scopes: Record<Scope, string> = {
  ingest: "Send interactions",
  read: "Read",
  handle: "Handle alerts",
  manage: "Manage definitions",
  admin: "Everything",
};

const scopeHints: Record<Scope, string> = {
  ingest: "Sends what happens with customers, and reads nothing. For a web shop or another tool.",
  read: "Sees customers, scores and alerts, live as well, and changes nothing.",
  handle: "Takes, snoozes and resolves alerts.",
  manage:
    "Defines surveys, segments, settings, alert rules, destinations, reports and wall links, and states consents.",
  admin: "All of the above, and users, keys, connections, erasing, exports and the audit log.",
};

/** The words of keys. */
export const keys = {
  title: "Keys",
  hint: "Other tools sign in with a key. It opens this workspace for whoever holds it, so give each tool one of its own that may do no more than it needs.",
  none: "There are no keys.",
  yours: "You are signed in with it",
  made: "made",
  revoke: "Revoke",
  revokeAsk: (name: string) => `Revoke the key “${name}”? Whatever uses it is refused at once.`,
  revokeOwnAsk: (name: string) =>
    `Revoke the key “${name}”? You are signed in with it: you are signed out, and whatever else uses it is refused at once.`,
  make: "Make a key",
  nameHint: "Such as the tool that will use it.",
  nameMissing: "A name is needed.",
  mayDo: "What it may do",
  scopes,
  scopeHints,
  scopesMissing: "Choose at least one.",
  created: (name: string) => `Made the key “${name}”`,
  once: "Copy it now: it is shown only this once.",
  tryIt: "This line for a terminal sends a purchase with it:",
};
