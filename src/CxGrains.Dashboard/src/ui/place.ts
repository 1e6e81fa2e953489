import type { TimelineEntry } from "../api/customerViews";

/** Where something happened: touchpoint and channel, once where they are the same. */
export function placeOf({ touchpoint, channel }: TimelineEntry): string {
  return [...new Set([touchpoint, channel])].filter((text) => text !== undefined).join(" · ");
}
