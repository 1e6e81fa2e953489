import { useWorkspace } from "./useTopic";

/**
 * The currency of every amount in the workspace; undefined where there are several, or amounts without one. A customer's
 * value is a sum, and only where all of it has one currency can it carry it.
 */
export function useCurrency(): string | undefined {
  const workspace = useWorkspace();
  return workspace.kind === "ready" ? onlyCurrency(workspace.view.purchases.byCurrency) : undefined;
}

/** The one currency there is. */
export function onlyCurrency(byCurrency: Readonly<Record<string, number>>): string | undefined {
  const [first, ...others] = Object.keys(byCurrency);
  return others.length === 0 && first !== "" ? first : undefined;
}
