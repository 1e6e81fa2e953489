import type { FeedEntry, Scope, WorkspaceView } from "../api/views";
import { recall, remember } from "../ui/remember";

const keyOf = (workspace: string): string => `cx-first-steps/${workspace}`;

/** Remembers in this browser that a workspace was seen empty: its first interaction is awaited. */
export function awaitFirst(workspace: string): void {
  remember(keyOf(workspace), "awaited");
}

/** Whether the workspace was seen empty in this browser, and nobody has put away since what comes after that. */
export const isAwaited = (workspace: string): boolean => recall(keyOf(workspace)) === "awaited";

/** Puts away for good what comes after the first interaction. */
export function endFirst(workspace: string): void {
  remember(keyOf(workspace), "done");
}

/** The first of all interactions; undefined where the feed no longer has it. */
export const firstOf = ({ feed, interactions }: WorkspaceView): FeedEntry | undefined =>
  interactions <= feed.length ? feed.at(-1) : undefined;

export type StepName = "connection" | "segment" | "destination";

interface Step {
  readonly name: StepName;
  readonly to: string;
  readonly needs: Scope;
}

/** What comes after the first interaction, in the order that makes sense. */
export const steps: readonly Step[] = [
  { name: "connection", to: "/connections", needs: "admin" },
  { name: "segment", to: "/segments/new", needs: "manage" },
  { name: "destination", to: "/destinations/new", needs: "manage" },
];
