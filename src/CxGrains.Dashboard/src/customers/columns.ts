import { useSyncExternalStore } from "react";
import { recall, remember } from "../ui/remember";

/** The columns that may be shown; the customer's name always is. */
export const columns = [
  "risk",
  "why",
  "engagement",
  "value",
  "lastSeen",
  "email",
  "account",
  "id",
  "segments",
] as const;
export type Column = (typeof columns)[number];

export const columnsDefault: readonly Column[] = ["risk", "why", "engagement", "value", "lastSeen"];

const key = "cx-customer-columns";
const listeners = new Set<() => void>();
let chosen = readColumns(recall(key));

/** Reads a choice as it was remembered; without one the default. What is no column counts as not said. */
export function readColumns(stored: string | null): readonly Column[] {
  const names = stored?.split(",");
  return names === undefined ? columnsDefault : columns.filter((column) => names.includes(column));
}

const widthsRem: Readonly<Record<Column, number>> = {
  risk: 14.2,
  why: 12,
  engagement: 8.5,
  value: 6.4,
  lastSeen: 6.6,
  email: 14,
  account: 14,
  id: 10,
  segments: 14,
};
const nameRem = 12;

/** What a table with these columns needs at least, in rem; pages.css has the widths of the columns. */
export const widthOf = (shown: readonly Column[]): number =>
  shown.reduce((sum, column) => sum + widthsRem[column], nameRem);

/** Shows a column or hides it, and remembers that. */
export function setColumn(column: Column, isShown: boolean): void {
  chosen = columns.filter((other) => (other === column ? isShown : chosen.includes(other)));
  remember(key, chosen.join(","));
  listeners.forEach((tell) => {
    tell();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): readonly Column[] => chosen;

export const useColumns = (): readonly Column[] => useSyncExternalStore(subscribe, read, read);
