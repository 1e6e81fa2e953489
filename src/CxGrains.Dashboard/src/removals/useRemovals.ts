import { useSyncExternalStore } from "react";
import { removals } from "./removals";
import type { RemovalState } from "./removalStore";

interface Removals extends RemovalState {
  /** Whether what is at a path was removed here, so that a view asked for at an instant (milliseconds since 1970) has it no more. */
  readonly isRemoved: (path: string, askedMs: number) => boolean;
}

/** What was removed on this page and may be undone; lists leave it out at once. */
export function useRemovals(): Removals {
  const state = useSyncExternalStore(removals.subscribe, removals.read, removals.read);
  return { ...state, isRemoved: (path, askedMs) => askedMs <= (state.hidden.get(path) ?? -1) };
}
