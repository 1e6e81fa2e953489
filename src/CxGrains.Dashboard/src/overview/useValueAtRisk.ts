import { useQuery } from "../api/useQuery";
import type { CustomerPage } from "../api/customerViews";
import { useIsWall } from "../session/useSession";

/** The server gives no more customers at once. */
const customersMax = 500;
const everyMs = 15_000;

export interface ValueAtRisk {
  /** What the customers counted have spent so far. */
  readonly sum: number;
  readonly customers: number;
  /** Whether more are at high risk than were counted: then they are those that spent most. */
  readonly isPart: boolean;
}

/** What those at high risk have spent so far; undefined until it is known, and on a wall, which is given no lists of customers. */
export function useValueAtRisk(segment: string | undefined): ValueAtRisk | undefined {
  const of = segment === undefined ? "" : `&segment=${encodeURIComponent(segment)}`;
  const path = useIsWall() ? undefined : `customers?band=high&sort=value&limit=${customersMax}${of}`;
  const { view, viewPath } = useQuery<CustomerPage>(path, everyMs);
  return view === undefined || viewPath !== path ? undefined : sumOf(view);
}

/** Adds up a page of customers. */
export const sumOf = ({ customers, total }: CustomerPage): ValueAtRisk => ({
  sum: customers.reduce((sum, customer) => sum + customer.value, 0),
  customers: customers.length,
  isPart: total > customers.length,
});
