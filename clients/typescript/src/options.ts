import type { CxError } from "./error.js";
import type { Interaction, Rejection } from "./interaction.js";

/** How a client sends. */
export interface CxClientOptions {
  /** Where the server is, such as `https://cx.example.com`. */
  readonly url: string;
  /** A key with the scope `ingest`. */
  readonly key: string;
  /** Interactions of one request, 1 to 10,000. Default 500. */
  readonly batchMax?: number;
  /** Milliseconds that an interaction waits for others at most. Default 1,000. */
  readonly flushEveryMs?: number;
  /** Interactions that wait in memory at most; `send` waits for room, `trySend` gives up. Default 10,000. */
  readonly queueMax?: number;
  /** Attempts for one batch before it is given up, 1 or more. Default 12. */
  readonly attemptsMax?: number;
  /** Milliseconds before the second attempt; it doubles with each. Default 200. */
  readonly backoffMs?: number;
  /** Milliseconds between two attempts at most, unless the server asks for more. Default 30,000. */
  readonly backoffMsMax?: number;
  /** Hears of interactions that the server refuses. */
  readonly onRejected?: (rejection: Rejection) => void;
  /** Hears of batches that are given up: they are not sent. Where it is absent `flush` and `close` throw. */
  readonly onFailed?: (batch: readonly Interaction[], error: CxError) => void;
  /** What sends; the global `fetch` where it is absent. */
  readonly fetch?: typeof fetch;
  /** What waits between attempts. For tests. */
  readonly delay?: (ms: number) => Promise<void>;
}
