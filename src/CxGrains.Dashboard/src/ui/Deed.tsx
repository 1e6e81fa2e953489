import type { TimelineEntry } from "../api/customerViews";
import { count, money } from "../format/numbers";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";

/** What somebody did, in words: bought for $240.00; answered 3 “checkout failed twice”. */
export function Deed({ entry }: { readonly entry: TimelineEntry }) {
  return (
    <>
      {deedOf(entry.type)}
      {entry.value !== undefined && (
        <b> {entry.type === "survey_response" ? count(entry.value) : money(entry.value, entry.currency)}</b>
      )}
      {entry.label !== undefined && (
        <span className="dim">
          {" "}
          <bdi>“{entry.label}”</bdi>
        </span>
      )}
    </>
  );
}

const deedOf = (type: string): string =>
  Object.hasOwn(texts.deeds, type) ? wordFor(texts.deeds, type) : texts.otherDeed(wordFor({}, type));
