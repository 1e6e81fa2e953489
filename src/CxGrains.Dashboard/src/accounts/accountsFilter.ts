import type { AccountSort } from "../api/accountViews";

/** Which accounts, in which order; kept in the page's address. */
export interface AccountsFilter {
  readonly q: string;
  readonly sort: AccountSort;
  readonly reverse: boolean;
}

const sorts: readonly string[] = ["risk", "value", "customers", "lastSeen", "renewal", "name"];

/** Reads a filter; what the address has wrong counts as not said. */
export function readFilter(params: URLSearchParams): AccountsFilter {
  const sort = params.get("sort") ?? "";
  return {
    q: params.get("q") ?? "",
    sort: sorts.includes(sort) ? (sort as AccountSort) : "risk",
    reverse: params.get("reverse") === "true",
  };
}

/** The filter as a query, without what is as it always is. */
export const writeFilter = ({ q, sort, reverse }: AccountsFilter): URLSearchParams =>
  new URLSearchParams({
    ...(q === "" ? {} : { q }),
    ...(sort === "risk" ? {} : { sort }),
    ...(reverse ? { reverse: "true" } : {}),
  });

/** Sorts by a column; a second time turns the order round. */
export const sortBy = (filter: AccountsFilter, sort: AccountSort): AccountsFilter => ({
  ...filter,
  sort,
  reverse: filter.sort === sort ? !filter.reverse : false,
});

/** Names and days go up, from A and from the next renewal; everything else down from the largest. */
export const directionOf = ({ sort, reverse }: AccountsFilter): "ascending" | "descending" =>
  (sort === "name" || sort === "renewal") !== reverse ? "ascending" : "descending";
