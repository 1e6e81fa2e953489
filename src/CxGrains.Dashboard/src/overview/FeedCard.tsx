import { useState } from "react";
import type { FeedEntry } from "../api/views";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { OfAll } from "../ui/OfAll";
import { waiting } from "./feedQueue";
import { FeedRow } from "./FeedRow";
import { useFeed } from "./useFeed";

interface Props {
  readonly feed: readonly FeedEntry[];
  /** Whether it says that it is about all customers, where the page is about some. */
  readonly isOfAll: boolean;
}

/** What is happening, newest first; it can be held still to read. */
export function FeedCard({ feed, isOfAll }: Props) {
  const [isPaused, setPaused] = useState(false);
  const list = useFeed(feed, isPaused);
  const held = isPaused ? waiting(list, feed) : 0;
  const state = isPaused
    ? texts.overview.paused(`${count(held)}${held === feed.length && held > 0 ? "+" : ""}`)
    : list.isSampled
      ? texts.overview.feedSampled
      : "";
  const note = (
    <>
      <OfAll isShown={isOfAll} />
      <span>{state}</span>
      <button
        type="button"
        className="button small"
        aria-pressed={isPaused}
        onClick={() => {
          setPaused(!isPaused);
        }}
      >
        {isPaused ? texts.overview.resume : texts.overview.pause}
      </button>
    </>
  );
  return (
    <Card title={texts.overview.feed} note={note} className="span-4 feed-card">
      {list.shown.length === 0 ? (
        <Empty title={texts.overview.feedEmpty} />
      ) : (
        <div className="feed-window" tabIndex={0} role="group" aria-label={texts.overview.feed}>
          <ul className="rows">
            {list.shown.map((entry) => (
              <FeedRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
