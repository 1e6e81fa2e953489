import { windows, type InsightsDays } from "../insights/insightsParams";

/** Whose figures the overview shows, and of which answers; kept in the page's address. */
export interface Scope {
  /** Undefined for all customers. */
  readonly segment: string | undefined;
  /** All answers of that many days; undefined for each customer's latest answer. */
  readonly days: InsightsDays | undefined;
}

/** Reads a scope; what the address has wrong counts as not said. */
export function readScope(params: URLSearchParams): Scope {
  const segment = params.get("segment") ?? "";
  return {
    segment: segment === "" ? undefined : segment,
    days: windows.find((window) => `${window}d` === params.get("window")),
  };
}

/** The address of a scope; what is the default is left out. */
export function writeScope({ segment, days }: Scope): URLSearchParams {
  return new URLSearchParams({
    ...(segment === undefined ? {} : { segment }),
    ...(days === undefined ? {} : { window: `${days}d` }),
  });
}
