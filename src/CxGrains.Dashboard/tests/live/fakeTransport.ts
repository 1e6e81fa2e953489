import type { LiveTransport } from "../../src/live/liveTransport";
import type { Delta, Snapshot } from "../../src/live/messages";

/** A connection that the test holds by both ends. */
export class FakeTransport implements LiveTransport {
  readonly calls: unknown[][] = [];
  canStart = true;
  refusal: string | undefined;
  send: (snapshot: Snapshot) => void = () => undefined;
  sendDelta: (delta: Delta) => void = () => undefined;
  close: () => void = () => undefined;

  onSnapshot(handler: (snapshot: Snapshot) => void): void {
    this.send = handler;
  }

  onDelta(handler: (delta: Delta) => void): void {
    this.sendDelta = handler;
  }

  onClose(handler: () => void): void {
    this.close = handler;
  }

  start(): Promise<boolean> {
    return Promise.resolve(this.canStart);
  }

  stop(): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  subscribe(topic: string, from?: { epoch: string; version: number }): Promise<string | undefined> {
    this.calls.push(["subscribe", topic, from]);
    return Promise.resolve(this.refusal);
  }

  unsubscribe(topic: string): Promise<void> {
    this.calls.push(["unsubscribe", topic]);
    return Promise.resolve();
  }
}
