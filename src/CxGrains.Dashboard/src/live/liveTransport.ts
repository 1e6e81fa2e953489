import type { Delta, Snapshot } from "./messages";

/** A connection to the live hub that is used once: after its end another one is made. */
export interface LiveTransport {
  onSnapshot(handler: (snapshot: Snapshot) => void): void;
  onDelta(handler: (delta: Delta) => void): void;
  onClose(handler: () => void): void;
  /** Whether it could connect. */
  start(): Promise<boolean>;
  stop(): Promise<void>;
  /** Asks for a topic, from a version on where one is held; gives the server's words where it refuses. */
  subscribe(topic: string, from?: { readonly epoch: string; readonly version: number }): Promise<string | undefined>;
  unsubscribe(topic: string): Promise<void>;
}
