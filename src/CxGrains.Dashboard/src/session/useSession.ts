import { useSyncExternalStore } from "react";
import type { Session } from "../api/views";
import { session } from "./sessionStore";

/** Who is signed in; nobody only while the page is being taken down. */
export function useSession(): Session | undefined {
  const state = useSyncExternalStore(session.subscribe, session.read);
  return state.kind === "signedIn" ? state.session : undefined;
}

/** Whether definitions may be changed. */
export const useIsAdmin = (): boolean => useSession()?.scopes.includes("admin") ?? false;
