import { HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";
import type { LiveTransport } from "./liveTransport";

/** The hub as SignalR reaches it, signed in by the session's cookie. */
export function signalRTransport(): LiveTransport {
  const hub = new HubConnectionBuilder().withUrl("/hubs/live").configureLogging(LogLevel.None).build();
  return {
    onSnapshot: (handler) => {
      hub.on("snapshot", handler);
    },
    onDelta: (handler) => {
      hub.on("delta", handler);
    },
    onClose: (handler) => {
      hub.onclose(() => {
        handler();
      });
    },
    start: () =>
      hub.start().then(
        () => true,
        () => false,
      ),
    stop: () => hub.stop(),
    subscribe: (topic, from) => refusal(hub, "Subscribe", topic, ...(from ? [from.epoch, from.version] : [null, null])),
    unsubscribe: async (topic) => {
      await refusal(hub, "Unsubscribe", topic);
    },
  };
}

async function refusal(hub: HubConnection, method: string, ...args: unknown[]): Promise<string | undefined> {
  try {
    await hub.invoke(method, ...args);
    return undefined;
  } catch (error) {
    // SignalR puts its own words before those of the server.
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^.*HubException: /, "");
  }
}
