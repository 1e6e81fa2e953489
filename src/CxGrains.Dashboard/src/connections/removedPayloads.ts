import type { Payload } from "../api/connections";

const one = "quarantine/";
const before = "quarantine?before=";

/** Where a payload is at the API. */
export const pathOf = ({ id }: Payload): string => `${one}${id}`;

/** Where a payload and all that are older are: what comes after somebody looked is not let go with them. */
export const pathUpTo = ({ id }: Payload): string => `${before}${id + 1}`;

/** What of a quarantine is left while payloads wait to be let go. */
export interface LeftPayloads {
  readonly payloads: readonly Payload[];
  readonly count: number;
}

/**
 * Leaves out what was let go.
 * @param payloads The newest.
 * @param count All there are.
 * @param removed The paths of what was let go.
 */
export function leftOf(payloads: readonly Payload[], count: number, removed: readonly string[]): LeftPayloads {
  const ends = removed.filter((path) => path.startsWith(before)).map((path) => Number(path.slice(before.length)));
  const end = Math.max(0, ...ends);
  const left = payloads.filter((payload) => payload.id >= end && !removed.includes(pathOf(payload)));
  return { payloads: left, count: end > 0 ? left.length : count - (payloads.length - left.length) };
}
