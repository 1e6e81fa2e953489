import type { Row } from "./pageStore";

/**
 * New figures in the old order: while somebody points at a row it must not slip away under the pointer.
 * Rows that are new come last; those that no longer match stay until the order is let go.
 */
export function holdOrder<T extends Row>(shown: readonly T[], next: readonly T[]): readonly T[] {
  const fresh = new Map(next.map((row) => [row.id, row]));
  const kept = shown.map((row) => fresh.get(row.id) ?? row);
  const keptIds = new Set(kept.map((row) => row.id));
  return [...kept, ...next.filter((row) => !keptIds.has(row.id))];
}

/** Whether two lists have the same rows in the same order. */
export const sameOrder = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
