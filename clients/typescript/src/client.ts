import { CxError } from "./error.js";
import type { Interaction } from "./interaction.js";
import type { CxClientOptions } from "./options.js";

interface Answer {
  readonly rejected?: readonly { readonly index: number; readonly field: string; readonly error: string }[];
}

/** Statuses after which the same request may be taken later. */
const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends interactions in batches. Each has an id before it is first sent, and keeps it over all attempts, so that it has its effect once.
 * The queue is bounded: `send` waits while it is full, which holds up whoever makes too many.
 */
export class CxClient {
  readonly #options: Required<Omit<CxClientOptions, "onRejected" | "onFailed">> & CxClientOptions;
  readonly #queue: Interaction[] = [];
  #room: (() => void)[] = [];
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: CxError | undefined;
  #closed = false;

  constructor(options: CxClientOptions) {
    this.#options = {
      batchMax: 500,
      flushEveryMs: 1000,
      queueMax: 10_000,
      attemptsMax: 12,
      backoffMs: 200,
      backoffMsMax: 30_000,
      fetch: (...request) => fetch(...request),
      delay: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      ...options,
    };
    if (this.#options.batchMax < 1 || this.#options.batchMax > 10_000 || this.#options.queueMax < 1) {
      throw new RangeError(`batchMax is ${this.#options.batchMax} and must be 1 to 10000; queueMax is ${this.#options.queueMax} and must be 1 or more`);
    }
  }

  /** Interactions that wait, those under way included. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Hands an interaction over; waits while the queue is full. It is sent soon, and is durable once `flush` is through. */
  async send(interaction: Interaction): Promise<void> {
    while (!this.trySend(interaction)) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
    }
  }

  /** Hands an interaction over; false, and not handed over, while the queue is full. */
  trySend(interaction: Interaction): boolean {
    if (this.#closed) {
      throw new Error("the client is closed");
    }

    if (this.#queue.length >= this.#options.queueMax) {
      return false;
    }

    this.#queue.push({ ...interaction, id: interaction.id ?? crypto.randomUUID(), at: interaction.at ?? Date.now() });
    if (this.#queue.length >= this.#options.batchMax) {
      void this.#start();
    } else {
      this.#timer ??= setTimeout(() => void this.#start(), this.#options.flushEveryMs);
    }

    return true;
  }

  /** Sends all that waits. When it is through, everything handed over before is durable, or was told as rejected or failed. */
  async flush(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#start();
    }

    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) {
      throw failure;
    }
  }

  /** Sends all that waits and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.flush();
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
      if (this.#queue.length > 0) {
        this.#timer ??= setTimeout(() => void this.#start(), this.#options.flushEveryMs);
      }
    });
    return this.#sending;
  }

  // One batch at a time, so that a customer's interactions arrive in order.
  async #sendAll(): Promise<void> {
    let count = this.#queue.length;
    while (count > 0) {
      const batch = this.#queue.slice(0, Math.min(count, this.#options.batchMax));
      try {
        await this.#sendBatch(batch);
      } catch (error) {
        this.#fail(batch, error instanceof CxError ? error : new CxError(0, String(error)));
      }

      this.#queue.splice(0, batch.length);
      count -= batch.length;
      const room = this.#room;
      this.#room = [];
      room.forEach((resolve) => resolve());
    }
  }

  #fail(batch: readonly Interaction[], error: CxError): void {
    if (this.#options.onFailed === undefined) {
      this.#failure = error;
    } else {
      this.#options.onFailed(batch, error);
    }
  }

  async #sendBatch(batch: readonly Interaction[]): Promise<void> {
    const body = JSON.stringify(batch);
    for (let attempt = 1; ; attempt++) {
      const { status, answer, retryAfterMs, reason } = await this.#post(body);
      if (status === 202 || (status === 400 && answer?.rejected !== undefined)) {
        this.#reject(batch, answer);
        return;
      }

      if ((status !== 0 && !passing.has(status)) || attempt >= this.#options.attemptsMax) {
        throw new CxError(status, `${batch.length} interactions were not sent: ${reason}`);
      }

      const backoff = Math.min(this.#options.backoffMs * 2 ** (attempt - 1), this.#options.backoffMsMax);
      await this.#options.delay(Math.max(backoff, retryAfterMs));
    }
  }

  async #post(body: string): Promise<{ status: number; answer?: Answer; retryAfterMs: number; reason: string }> {
    try {
      const response = await this.#options.fetch(new URL("/api/v1/interactions", this.#options.url), {
        method: "POST",
        headers: { authorization: `Bearer ${this.#options.key}`, "content-type": "application/json" },
        body,
      });
      const answer = (await response.json().catch(() => ({}))) as Answer & { detail?: string };
      const seconds = Number(response.headers.get("retry-after") ?? 0);
      return {
        status: response.status,
        answer,
        retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : 0,
        reason: answer.detail ?? `the server answered ${response.status}`,
      };
    } catch (error) {
      return { status: 0, retryAfterMs: 0, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  // The server lists the first of many; the others are counted there.
  #reject(batch: readonly Interaction[], answer: Answer | undefined): void {
    for (const { index, field, error } of answer?.rejected ?? []) {
      const interaction = batch[index];
      if (interaction !== undefined) {
        this.#options.onRejected?.({ interaction, field, error });
      }
    }
  }
}
