import type { Comparison } from "../api/comparisonViews";
import { day } from "../format/dates";
import { texts } from "../texts";

/** What a survey is held against. */
export type Against =
  | { readonly kind: "windows"; readonly until: string }
  | { readonly kind: "segments"; readonly first: string; readonly second: string };

/** Where the comparison is; undefined where something is still to be chosen. */
export function comparisonPath(survey: string, days: number, against: Against): string | undefined {
  const params = new URLSearchParams({ window: `${days}d` });
  if (against.kind === "windows") {
    if (against.until !== "") {
      params.set("against", against.until);
    }
  } else if (against.first === "") {
    return undefined;
  } else {
    params.set("segment", against.first);
    if (against.second !== "") {
      params.set("with", against.second);
    }
  }

  return `surveys/${encodeURIComponent(survey)}/comparison?${params.toString()}`;
}

/** What the sides of a comparison are called. */
export function sideNames(
  { basis, first, second }: Comparison,
  nameOf: (segment: string) => string,
): readonly [string, string] {
  const name = ({ segment, from, to }: Comparison["first"]) =>
    basis === "allAnswers"
      ? texts.span(day(from), day(to))
      : segment === undefined
        ? texts.surveys.everybody
        : nameOf(segment);
  return [name(first), name(second)];
}
