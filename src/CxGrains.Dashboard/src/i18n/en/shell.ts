import { plural } from "./plural";

export const page = {
  product: "CxGrains",
  skip: "Skip to the content",
  loading: "Loading…",
  languagePick: "Language and numerals",
};

export const nav = {
  label: "Main",
  overview: "Overview",
  customers: "Customers",
  accounts: "Accounts",
  surveys: "Surveys",
  segments: "Segments",
  alerts: "Alerts",
  insights: "Insights",
  model: "Model",
  connections: "Connections",
  settings: "Settings",
  audit: "Audit log",
  destinations: "Destinations",
  reports: "Reports",
  openAlerts: (n: number, shown: string) => plural(n, shown, { one: "1 open alert", other: "# open alerts" }),
  signOut: "Sign out",
  signInAsOther: "Sign in as somebody else",
  workspace: "Workspace",
};

export const theme = { system: "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };

export const live = {
  connecting: "Connecting…",
  live: "Live",
  rate: (perSecond: string) => `${perSecond} interactions/s`,
  stale: "Not up to date",
  lost: "Not live · reconnecting…",
  last: (time: string) => `last update ${time}`,
  never: "no update yet",
};

export const session = {
  title: "Sign in",
  way: "How to sign in",
  byName: "Name and password",
  byKey: "Key",
  nameText:
    "An administrator adds users. The first time, sign in with the key that the server printed at its first start.",
  name: "Name",
  password: "Password",
  nameMissing: "A name and a password are needed.",
  nameWrong: "Name and password do not belong together, or the user is disabled.",
  otherWorkspace: "Another workspace",
  workspace: "Workspace’s id",
  text: "A key was printed once when the server first started; an administrator can make more.",
  key: "Key",
  show: "Show",
  hide: "Hide",
  submit: "Sign in",
  working: "Signing in…",
  wrong: "The server does not know this key, or it may not read.",
  missing: "A key is needed.",
};

export const form = {
  id: "Id",
  name: "Name",
  idMissing: "An id is needed.",
  idTaken: "There is one of this id already.",
  save: "Save",
  saving: "Saving…",
  cancel: "Cancel",
};

export const problems = {
  unreachable: "The server cannot be reached.",
  status: (status: number) => `The server answered with status ${status}.`,
  title: "This did not work",
  retry: "Try again",
  stale: "Shown as it was; newer figures could not be fetched.",
  notFound: "There is no such page.",
  toOverview: "To the overview",
  crashed: "This page failed to draw itself.",
};

export const removals = {
  /** What was removed, with its name. */
  rule: (name: string) => `alert rule “${name}”`,
  destination: (name: string) => `destination “${name}”`,
  payload: (source: string) => `payload from ${source}`,
  payloads: "everything in quarantine",
  removed: (what: string) => `Removed: ${what}`,
  within: (seconds: string) => `You have ${seconds} seconds to undo it.`,
  left: (seconds: string) => `${seconds} s`,
  undo: "Undo",
  refused: (what: string) => `Not removed: ${what}.`,
  dismiss: "Dismiss",
};
