import type { Json } from "./mergePatch";

/** The whole state of a topic. */
export interface Snapshot {
  readonly topic: string;
  readonly epoch: string;
  readonly version: number;
  readonly state: Json;
}

/** What changed in a topic between two versions of one epoch. */
export interface Delta {
  readonly topic: string;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly patch: Json;
}
