import { count } from "../format/numbers";
import { insightsTexts, texts } from "../texts";

/** Whose figures a wall shows, and of which answers. */
export function scopeWords({ segment, window }: { readonly segment?: string; readonly window?: string }): string {
  const days = window === undefined ? undefined : Number.parseInt(window, 10);
  const of =
    days === undefined
      ? texts.overview.windowLatest
      : days === 365
        ? insightsTexts.year
        : insightsTexts.days(count(days));
  return `${segment ?? insightsTexts.everybody} · ${of}`;
}
