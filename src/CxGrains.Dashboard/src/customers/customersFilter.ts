import type { CustomerSort } from "../api/customerViews";
import type { RiskBand } from "../api/views";

/** Which customers, in which order; kept in the page's address, so that a list can be sent to a colleague. */
export interface CustomersFilter {
  readonly q: string;
  readonly band: RiskBand | "";
  readonly segment: string;
  readonly account: string;
  /** A segment's rule as JSON; empty for none. */
  readonly rule: string;
  readonly sort: CustomerSort;
  readonly reverse: boolean;
}

const bands: readonly string[] = ["high", "medium", "low", "notEnoughData"];
const sorts: readonly string[] = ["risk", "lastSeen", "engagement", "value", "name"];

/** Reads a filter; what the address has wrong counts as not said. */
export function readFilter(params: URLSearchParams): CustomersFilter {
  const band = params.get("band") ?? "";
  const sort = params.get("sort") ?? "";
  return {
    q: params.get("q") ?? "",
    band: bands.includes(band) ? (band as RiskBand) : "",
    segment: params.get("segment") ?? "",
    account: params.get("account") ?? "",
    rule: params.get("rule") ?? "",
    sort: sorts.includes(sort) ? (sort as CustomerSort) : "risk",
    reverse: params.get("reverse") === "true",
  };
}

/** The filter as a query, without what is as it always is. */
export function writeFilter(filter: CustomersFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ["q", "band", "segment", "account", "rule"] as const) {
    if (filter[key] !== "") {
      params.set(key, filter[key]);
    }
  }

  if (filter.sort !== "risk") {
    params.set("sort", filter.sort);
  }

  if (filter.reverse) {
    params.set("reverse", "true");
  }

  return params;
}

/** Sorts by a column; a second time turns the order round. */
export function sortBy(filter: CustomersFilter, sort: CustomerSort): CustomersFilter {
  return { ...filter, sort, reverse: filter.sort === sort ? !filter.reverse : false };
}

/** What of a filter a segment's rule can say, for the form of a new segment. */
export const conditionParams = ({ band, account, rule }: CustomersFilter): URLSearchParams =>
  new URLSearchParams({
    ...(band === "" ? {} : { band }),
    ...(account === "" ? {} : { account }),
    ...(rule === "" ? {} : { rule }),
  });
