import { useEffect, useRef, useState } from "react";
import type { FeedEntry } from "../api/views";
import { emptyFeed, takeFeed, type FeedList } from "./feedQueue";

/** The feed at a pace one can read: a step a second, none while paused. */
export function useFeed(feed: readonly FeedEntry[], isPaused: boolean): FeedList {
  const [list, setList] = useState(() => takeFeed(emptyFeed, feed));
  const latest = useRef(feed);
  useEffect(() => {
    latest.current = feed;
  }, [feed]);
  useEffect(() => {
    if (isPaused) {
      return undefined;
    }

    const timer = setInterval(() => {
      setList((before) => takeFeed(before, latest.current));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isPaused]);
  return list;
}
