import { remove } from "../api/http";
import { session } from "../session/sessionStore";
import { RemovalStore } from "./removalStore";

/** The page's removals. */
export const removals = new RemovalStore({
  send: ({ path, etag }) => remove(path, etag),
  nowMs: Date.now,
});

session.subscribe(() => {
  if (session.read().kind === "signedOut") {
    removals.forget();
  }
});

/** Has what waits sent when the page is closed, because the person asked for it; gives the way to end that. */
export function sendOnLeave(): () => void {
  const send = (): void => void removals.sendAll();
  window.addEventListener("pagehide", send);
  return () => {
    window.removeEventListener("pagehide", send);
  };
}
