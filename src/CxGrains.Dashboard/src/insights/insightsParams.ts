export const windows = [7, 30, 90, 365] as const;
export type InsightsDays = (typeof windows)[number];

const daysDefault: InsightsDays = 30;

/** What the page's address asks for: a segment, or all customers; and a window, 30 days where it names none that there is. */
export function readParams(params: URLSearchParams): { segment: string | undefined; days: InsightsDays } {
  const segment = params.get("segment") ?? "";
  const days = windows.find((window) => `${window}d` === params.get("window"));
  return { segment: segment === "" ? undefined : segment, days: days ?? daysDefault };
}

/** The address for a choice; what is the default is left out. */
export function writeParams(segment: string | undefined, days: InsightsDays): URLSearchParams {
  const params = new URLSearchParams();
  if (segment !== undefined && segment !== "") {
    params.set("segment", segment);
  }

  if (days !== daysDefault) {
    params.set("window", `${days}d`);
  }

  return params;
}
