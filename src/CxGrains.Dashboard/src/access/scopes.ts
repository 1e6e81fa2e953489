import type { Scope } from "../api/views";

/** The scopes of a key, as people read them: the one that includes all others last. */
export const scopes: readonly Scope[] = ["ingest", "read", "handle", "manage", "admin"];

/** Whether these scopes let do what a scope allows. */
const isIn = (scope: Scope, chosen: readonly Scope[]): boolean => chosen.includes(scope) || chosen.includes("admin");

/** The choice of scopes, as it is shown: what includes all others shows them as chosen, and they cannot be taken away. */
export const choices = (chosen: readonly Scope[]) =>
  scopes.map((scope) => ({
    scope,
    checked: isIn(scope, chosen),
    disabled: scope !== "admin" && chosen.includes("admin"),
  }));

/** The choice with one scope more or less. */
export const withScope = (chosen: readonly Scope[], scope: Scope, isOn: boolean): readonly Scope[] =>
  scopes.filter((other) => (other === scope ? isOn : chosen.includes(other)));

/** What a key of this choice is made with: what is included is not named again. */
export const scopesToSend = (chosen: readonly Scope[]): readonly Scope[] =>
  chosen.includes("admin") ? ["admin"] : chosen;
