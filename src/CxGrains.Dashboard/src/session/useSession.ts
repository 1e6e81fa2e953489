import { useSyncExternalStore } from "react";
import type { Scope, Session } from "../api/views";
import { session } from "./sessionStore";

/** Who is signed in; nobody only while the page is being taken down. */
export function useSession(): Session | undefined {
  const state = useSyncExternalStore(session.subscribe, session.read, session.read);
  return state.kind === "signedIn" ? state.session : undefined;
}

/** Whether the page hangs on a wall: it shows the overview, and leads nowhere. */
export const useIsWall = (): boolean => useSession()?.wall !== undefined;

/** Whether whoever is signed in may do what a scope allows; an administrator may do everything. */
export const useMay = (scope: Scope): boolean => may(useSession()?.scopes ?? [], scope);

export const may = (scopes: readonly string[], scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes("admin");
