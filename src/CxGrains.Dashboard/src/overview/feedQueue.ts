import type { FeedEntry } from "../api/views";

/** What the feed shows and what it knows of. */
export interface FeedList {
  /** Newest first. */
  readonly shown: readonly FeedEntry[];
  /** Ids seen in the last update; the server's feed is short, so no more are needed to know what is new. */
  readonly seen: ReadonlySet<string>;
  /** Whether the last step left lines out. */
  readonly isSampled: boolean;
}

/** Lines kept on the page. */
export const shownMax = 40;
/** New lines a step: more than that nobody can read. */
export const newMax = 2;

export const emptyFeed: FeedList = { shown: [], seen: new Set(), isSampled: false };

const weights: Record<string, number> = {
  cancelled: 10,
  cancel_requested: 9,
  complaint: 8,
  survey_response: 6,
  refund: 5,
  review: 5,
  renewed: 5,
  ticket_opened: 4,
  purchase: 3,
  goal_completed: 3,
  referral: 3,
};

/**
 * Takes what is new in the server's feed (newest first). Where more came than one can read, the most telling are kept:
 * a customer who cancels before a page that was viewed. The first filling takes all.
 */
export function takeFeed(list: FeedList, feed: readonly FeedEntry[]): FeedList {
  const fresh = feed.filter((entry) => !list.seen.has(entry.id));
  if (fresh.length === 0) {
    return list;
  }

  const room = list.shown.length === 0 ? shownMax : newMax;
  const kept = new Set([...fresh].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, room));
  return {
    shown: [...fresh.filter((entry) => kept.has(entry)), ...list.shown].slice(0, shownMax),
    seen: new Set(feed.map((entry) => entry.id)),
    isSampled: fresh.length > room,
  };
}

/** How many lines wait while the feed is paused. */
export const waiting = (list: FeedList, feed: readonly FeedEntry[]): number =>
  feed.filter((entry) => !list.seen.has(entry.id)).length;

function weightOf(entry: FeedEntry): number {
  return (weights[entry.entry.type] ?? 0) + (entry.entry.label === undefined ? 0 : 0.5);
}
