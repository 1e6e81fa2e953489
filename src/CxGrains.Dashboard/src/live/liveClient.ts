import { backoffMs } from "./backoff";
import type { LiveStatus } from "./liveStatus";
import type { LiveTransport } from "./liveTransport";
import type { Delta, Snapshot } from "./messages";
import { TopicStore } from "./topicStore";

/** What the client needs from around it. */
export interface LiveSurroundings {
  readonly connect: () => LiveTransport;
  /** Called after a failed attempt, before the waiting: the place to find out whether we are still signed in. */
  readonly failed: () => Promise<void>;
  readonly nowMs: () => number;
}

/** A topic nobody looks at is kept subscribed this long, so that going back and forth costs no snapshot. */
export const lingerMs = 10_000;
/** The server tells something of every view each 5 seconds, if only that it was read; after twice that there is none. */
export const staleMs = 10_000;
/** Topics remembered; beyond it those that nobody looks at are forgotten, oldest first. */
const topicsMax = 32;

/**
 * One connection to the live hub for all topics. It starts again forever: after a lost connection it waits, connects,
 * and subscribes with the version it has. There is one loop for first attempts and for reconnects alike, because the
 * waiting must end at once when the network comes back, which SignalR's own reconnecting cannot be told.
 */
export class LiveClient {
  readonly #around: LiveSurroundings;
  readonly #topics = new Map<string, TopicStore>();
  readonly #lingering = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #status: LiveStatus = { kind: "connecting", lastUpdateMs: undefined };
  #lastUpdateMs: number | undefined;
  #transport: LiveTransport | undefined;
  #connected = false;
  #staleTimer: ReturnType<typeof setTimeout> | undefined;
  #endWait: (() => void) | undefined;
  #run = 0;

  constructor(around: LiveSurroundings) {
    this.#around = around;
  }

  readonly readStatus = (): LiveStatus => this.#status;

  readonly listenStatus = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The store of a topic; made when first asked for. */
  topic(topic: string): TopicStore {
    let store = this.#topics.get(topic);
    if (store === undefined) {
      this.#forgetOldest();
      store = new TopicStore(topic);
      this.#topics.set(topic, store);
    }

    return store;
  }

  /** Listens to a topic; the first listener subscribes, and some time after the last one has gone it is given up. */
  watch(topic: string, listener: () => void): () => void {
    const store = this.topic(topic);
    const isSubscribed = store.isWatched || this.#lingering.has(topic);
    this.#endLingering(topic);
    const leave = store.listen(listener);
    if (!isSubscribed && this.#connected) {
      void this.#subscribe(store);
    }

    return () => {
      leave();
      if (!store.isWatched && !this.#lingering.has(topic)) {
        const timer = setTimeout(() => {
          this.#unsubscribe(topic);
        }, lingerMs);
        this.#lingering.set(topic, timer);
      }
    };
  }

  /** Connects and stays connected until stopped. */
  start(): void {
    void this.#stayConnected(++this.#run);
  }

  stop(): void {
    this.#run++;
    this.#connected = false;
    clearTimeout(this.#staleTimer);
    this.#endWait?.();
    void this.#transport?.stop();
  }

  /** Ends the waiting between two attempts: the network is back, or somebody looks at the page again. */
  hurry(): void {
    this.#endWait?.();
  }

  async #stayConnected(run: number): Promise<void> {
    let attempt = 0;
    while (run === this.#run) {
      const closed = await this.#connect(run);
      if (closed === undefined) {
        await this.#around.failed();
      } else {
        attempt = 0;
        await closed.promise;
      }

      if (run === this.#run) {
        this.#connected = false;
        clearTimeout(this.#staleTimer);
        this.#setStatus("lost");
        await this.#wait(backoffMs(attempt++));
      }
    }
  }

  /** Connects and subscribes; gives the promise of the connection's end, or nothing where it did not begin. */
  async #connect(run: number): Promise<{ readonly promise: Promise<void> } | undefined> {
    const transport = this.#around.connect();
    transport.onSnapshot((snapshot) => {
      this.#onSnapshot(snapshot);
    });
    transport.onDelta((delta) => {
      this.#onDelta(delta);
    });
    const promise = new Promise<void>((resolve) => {
      transport.onClose(resolve);
    });
    if (!(await transport.start())) {
      return undefined;
    }

    if (run !== this.#run) {
      void transport.stop();
      return { promise };
    }

    this.#transport = transport;
    this.#connected = true;
    this.#setStatus("live");
    this.#awaitUpdate();
    for (const store of this.#topics.values()) {
      if (store.isWatched || this.#lingering.has(store.topic)) {
        void this.#subscribe(store);
      }
    }

    return { promise };
  }

  async #subscribe(store: TopicStore): Promise<void> {
    const transport = this.#transport;
    const refusal = await transport?.subscribe(store.topic, store.resumeFrom);
    if (refusal !== undefined && transport === this.#transport && this.#connected) {
      store.fail(refusal);
    }
  }

  #unsubscribe(topic: string): void {
    this.#endLingering(topic);
    if (this.#connected) {
      void this.#transport?.unsubscribe(topic);
    }
  }

  #onSnapshot(snapshot: Snapshot): void {
    this.#noteUpdate();
    this.#topics.get(snapshot.topic)?.applySnapshot(snapshot);
  }

  #onDelta(delta: Delta): void {
    this.#noteUpdate();
    const store = this.#topics.get(delta.topic);
    if (store?.applyDelta(delta) === "gap") {
      void this.#subscribe(store);
    }
  }

  #noteUpdate(): void {
    this.#lastUpdateMs = this.#around.nowMs();
    if (this.#status.kind === "stale") {
      this.#setStatus("live");
    }

    this.#awaitUpdate();
  }

  #awaitUpdate(): void {
    clearTimeout(this.#staleTimer);
    this.#staleTimer = setTimeout(() => {
      // Who asks for nothing is told nothing.
      if ([...this.#topics.values()].some((store) => store.isWatched)) {
        this.#setStatus("stale");
      } else {
        this.#awaitUpdate();
      }
    }, staleMs);
  }

  #setStatus(kind: LiveStatus["kind"]): void {
    this.#status = { kind, lastUpdateMs: this.#lastUpdateMs };
    this.#listeners.forEach((listener) => {
      listener();
    });
  }

  async #wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#endWait = undefined;
  }

  #endLingering(topic: string): void {
    clearTimeout(this.#lingering.get(topic));
    this.#lingering.delete(topic);
  }

  #forgetOldest(): void {
    for (const [topic, store] of this.#topics) {
      if (this.#topics.size < topicsMax) {
        return;
      }

      if (!store.isWatched && !this.#lingering.has(topic)) {
        this.#topics.delete(topic);
      }
    }
  }
}
