import { count } from "../format/numbers";
import { insightsTexts as t } from "../texts";

export const windows = [7, 30, 90, 365] as const;
export type InsightsDays = (typeof windows)[number];

/** The window of insights where none is chosen. */
export const daysDefault: InsightsDays = 30;

/** The windows to choose from. */
export const windowOptions = windows.map((value) => ({ value, text: value === 365 ? t.year : t.days(count(value)) }));

/** Whose figures a page shows, and of which answers; kept in the page's address. */
export interface Scope {
  /** Undefined for all customers. */
  readonly segment: string | undefined;
  /** All answers of that many days; undefined where the address names no window that there is. */
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

/** The address of a scope; what is not said, or goes without saying, is left out. */
export function writeScope({ segment, days }: Scope, implied?: InsightsDays): URLSearchParams {
  return new URLSearchParams({
    ...(segment === undefined ? {} : { segment }),
    ...(days === undefined || days === implied ? {} : { window: `${days}d` }),
  });
}
