/** How far an erasure is when the page leaves the customer. */
export type Erased = "done" | "soon";

/** What the page that led to the list says of an erasure. It holds no id, as the browser keeps it. */
export interface ErasedState {
  readonly erased: Erased;
}

/** The erasure that led to a place, by the place's state; undefined where none did. */
export function readErased(state: unknown): Erased | undefined {
  const erased = typeof state === "object" && state !== null && "erased" in state ? state.erased : undefined;
  return erased === "done" || erased === "soon" ? erased : undefined;
}
