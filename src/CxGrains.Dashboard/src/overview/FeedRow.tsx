import { memo } from "react";
import type { FeedEntry } from "../api/views";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { CustomerLink } from "../ui/CustomerLink";
import { Deed } from "../ui/Deed";
import { placeOf } from "../ui/place";
import { toneOfCategory, toneOfType } from "../ui/tone";

export const FeedRow = memo(function FeedRow({ entry }: { readonly entry: FeedEntry }) {
  const { category } = entry;
  const { type } = entry.entry;
  const place = placeOf(entry.entry);
  return (
    <li className="row feed-row" data-testid="feed-row" data-customer={entry.customer}>
      <div className="row-body">
        <p className="line">
          <CustomerLink id={entry.customer} name={entry.name} /> <Deed entry={entry.entry} />
        </p>
        <p className="line faint">
          <Ago iso={entry.received} />
          {place !== "" && ` · ${place}`}
        </p>
      </div>
      <Chip tone={category === undefined ? toneOfType(type) : toneOfCategory(category)}>
        {category === undefined ? wordFor(texts.kinds, type) : wordFor(texts.categories, category)}
      </Chip>
    </li>
  );
});
