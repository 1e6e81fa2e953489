import { checkSession } from "../session/sessionApi";
import { LiveClient } from "./liveClient";
import { signalRTransport } from "./signalRTransport";

/** The page's one live connection. */
export const live = new LiveClient({
  connect: signalRTransport,
  // SignalR does not say why it could not connect: the session's endpoint does, and ends the session on 401.
  // Where the server cannot be reached at all there is nothing to learn; the next attempt asks again.
  failed: () => checkSession().catch(() => undefined),
  nowMs: Date.now,
});

/** Keeps the connection while the page is open; gives the way to end it. */
export function keepLive(): () => void {
  const hurry = (): void => {
    if (document.visibilityState === "visible") {
      live.hurry();
    }
  };
  live.start();
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  return () => {
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
    live.stop();
  };
}
