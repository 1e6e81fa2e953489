import { memo } from "react";
import type { TimelineEntry } from "../api/customerViews";
import { Ago } from "../ui/Ago";
import { Deed } from "../ui/Deed";
import { placeOf } from "../ui/place";
import { toneOfType } from "../ui/tone";

export const TimelineRow = memo(function TimelineRow({ entry }: { readonly entry: TimelineEntry }) {
  return (
    <li data-testid="timeline-row">
      <span className={`timeline-dot fill-${toneOfType(entry.type)}`} aria-hidden="true" />
      <p className="line capital">
        <Deed entry={entry} />
      </p>
      <p className="faint timeline-place">{placeOf(entry)}</p>
      <p className="faint timeline-time">
        <Ago iso={entry.at} thenDate />
      </p>
    </li>
  );
});
