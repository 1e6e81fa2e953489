import { mergePatch, share, type Json } from "./mergePatch";
import type { Delta, Snapshot } from "./messages";

/** What a page knows of a topic. */
export type TopicState<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly view: T }
  | { readonly kind: "notFound" }
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** Asks again, where it was asked for and did not come by itself. */
      readonly retry?: () => void;
    };

/** What became of a delta: `gap` means that a snapshot must be asked for. */
export type DeltaOutcome = "applied" | "stale" | "gap" | "waiting";

const loading = { kind: "loading" } as const;

/** The state of one topic: takes snapshots and deltas, tells listeners, knows when it missed something. */
export class TopicStore {
  readonly topic: string;
  #state: TopicState<unknown> = loading;
  #raw: Json | undefined;
  #epoch: string | undefined;
  #version = 0;
  #awaitsSnapshot = true;
  readonly #listeners = new Set<() => void>();

  constructor(topic: string) {
    this.topic = topic;
  }

  /** The version held, to resume from; undefined where only a snapshot will do. */
  get resumeFrom(): { readonly epoch: string; readonly version: number } | undefined {
    return this.#epoch === undefined || this.#awaitsSnapshot
      ? undefined
      : { epoch: this.#epoch, version: this.#version };
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  readonly read = (): TopicState<unknown> => this.#state;

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  applySnapshot(snapshot: Snapshot): void {
    this.#epoch = snapshot.epoch;
    this.#version = snapshot.version;
    this.#awaitsSnapshot = false;
    this.#replace(share(this.#raw, snapshot.state));
  }

  applyDelta(delta: Delta): DeltaOutcome {
    if (this.#awaitsSnapshot) {
      return "waiting";
    }

    const sameEpoch = delta.epoch === this.#epoch;
    if (sameEpoch && delta.to <= this.#version) {
      return "stale";
    }

    if (!sameEpoch || delta.from !== this.#version) {
      // What follows would be a gap as well: one snapshot answers them all.
      this.#awaitsSnapshot = true;
      return "gap";
    }

    this.#version = delta.to;
    this.#replace(mergePatch(this.#raw, delta.patch));
    return "applied";
  }

  /** The connection was lost while a snapshot was on its way: the next subscription asks for it again. */
  fail(reason: string): void {
    if (this.#raw === undefined) {
      this.#set({ kind: "failed", reason });
    }
  }

  #replace(raw: Json): void {
    if (Object.is(raw, this.#raw)) {
      return;
    }

    this.#raw = raw;
    this.#set(isNotFound(raw) ? { kind: "notFound" } : { kind: "ready", view: raw });
  }

  #set(state: TopicState<unknown>): void {
    this.#state = state;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

function isNotFound(raw: Json): boolean {
  return (
    typeof raw === "object" &&
    raw !== null &&
    !Array.isArray(raw) &&
    (raw as Record<string, Json>).status === "notFound"
  );
}
