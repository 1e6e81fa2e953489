/** How fresh the page is. */
export interface LiveStatus {
  /** `stale`: connected, and nothing came for so long that the server cannot read the views anew. */
  readonly kind: "connecting" | "live" | "stale" | "lost";
  /** When something last came in, in milliseconds since 1970. */
  readonly lastUpdateMs: number | undefined;
}
