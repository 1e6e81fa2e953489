/** How fresh the page is. */
export interface LiveStatus {
  readonly kind: "connecting" | "live" | "lost";
  /** When something last came in, in milliseconds since 1970. */
  readonly lastUpdateMs: number | undefined;
}
