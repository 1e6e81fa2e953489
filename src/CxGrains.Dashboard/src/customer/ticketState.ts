import type { TicketOutcome } from "../api/customerViews";

/** How a ticket stands to one of its targets at an instant. */
export type TicketState =
  | { readonly kind: "none" | "met" | "late" }
  /** `ms` until it is due, or since it was. */
  | { readonly kind: "due" | "overdue"; readonly ms: number };

/**
 * Between two words of the server the clock goes on: what was open and is past its due time is overdue at once.
 * `isDone` says whether it happened; what happened after its due time came late.
 */
export function ticketState(
  due: string | undefined,
  outcome: TicketOutcome | undefined,
  isDone: boolean,
  nowMs: number,
): TicketState {
  if (due === undefined || outcome === undefined) {
    return { kind: "none" };
  }

  if (outcome === "met") {
    return { kind: "met" };
  }

  if (isDone) {
    return { kind: outcome === "breached" ? "late" : "met" };
  }

  const ms = Date.parse(due) - nowMs;
  return outcome === "breached" || ms <= 0 ? { kind: "overdue", ms: Math.max(0, -ms) } : { kind: "due", ms };
}
