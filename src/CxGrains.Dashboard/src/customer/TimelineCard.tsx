import { memo } from "react";
import type { TimelineEntry } from "../api/customerViews";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { TimelineRow } from "./TimelineRow";

/** What happened, newest first. */
export const TimelineCard = memo(function TimelineCard({ timeline }: { readonly timeline: readonly TimelineEntry[] }) {
  return (
    <Card title={texts.customer.timeline} note={count(timeline.length)}>
      <ol className="timeline">
        {timeline.map((entry, index) => (
          // Entries have no id of their own; two of one kind at one time are told apart by their place from the end.
          <TimelineRow key={`${entry.at} ${entry.type} ${timeline.length - index}`} entry={entry} />
        ))}
      </ol>
    </Card>
  );
});
