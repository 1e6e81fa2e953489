import type { CustomerRow } from "../api/views";

/**
 * New figures in the old order: while somebody points at a row it must not slip away under the pointer.
 * Customers that are new come last; those that no longer match stay until the order is let go.
 */
export function holdOrder(shown: readonly CustomerRow[], next: readonly CustomerRow[]): readonly CustomerRow[] {
  const fresh = new Map(next.map((row) => [row.id, row]));
  const kept = shown.map((row) => fresh.get(row.id) ?? row);
  const keptIds = new Set(kept.map((row) => row.id));
  return [...kept, ...next.filter((row) => !keptIds.has(row.id))];
}

/** Whether two lists have the same customers in the same order. */
export const sameOrder = (a: readonly CustomerRow[], b: readonly CustomerRow[]): boolean =>
  a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
