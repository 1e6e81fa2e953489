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

/**
 * Has what waits sent when the page is closed or out of sight, because the person asked for it: a page that nobody sees may be
 * put to sleep, and may be woken when somebody else is signed in. Gives the way to end that.
 */
export function sendOnLeave(): () => void {
  const send = (): void => void removals.sendNow();
  const sendIfHidden = (): void => {
    if (document.visibilityState === "hidden") {
      send();
    }
  };
  window.addEventListener("pagehide", send);
  document.addEventListener("visibilitychange", sendIfHidden);
  return () => {
    window.removeEventListener("pagehide", send);
    document.removeEventListener("visibilitychange", sendIfHidden);
  };
}
