import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../../src/api/views";
import { emptyFeed, newMax, shownMax, takeFeed, waiting } from "../../src/overview/feedQueue";

const entry = (id: number, type = "page"): FeedEntry => ({
  id: String(id),
  customer: "ada",
  received: "2026-03-01T00:00:00Z",
  entry: { at: "2026-03-01T00:00:00Z", type },
});

describe("takeFeed", () => {
  it("takes all at first, and each line once", () => {
    const feed = [entry(3), entry(2), entry(1)];
    const first = takeFeed(emptyFeed, feed);
    expect(first.shown).toEqual(feed);
    expect(takeFeed(first, feed)).toBe(first);
  });

  it("puts what is new on top", () => {
    const first = takeFeed(emptyFeed, [entry(1)]);
    const second = takeFeed(first, [entry(2), entry(1)]);
    expect(second.shown.map((line) => line.id)).toEqual(["2", "1"]);
    expect(second.isSampled).toBe(false);
  });

  it("keeps the most telling lines, in their order, where more came than one can read", () => {
    const first = takeFeed(emptyFeed, [entry(1)]);
    const flood = [entry(6), entry(5, "survey_response"), entry(4), entry(3, "cancelled"), entry(2, "purchase")];
    const second = takeFeed(first, [...flood, entry(1)]);
    expect(second.shown.map((line) => line.id)).toEqual(["5", "3", "1"]);
    expect(second.shown).toHaveLength(newMax + 1);
    expect(second.isSampled).toBe(true);
  });

  it("is bounded", () => {
    let list = emptyFeed;
    for (let id = 0; id < 3 * shownMax; id++) {
      list = takeFeed(list, [entry(id)]);
    }

    expect(list.shown).toHaveLength(shownMax);
  });

  it("counts what waits while it is paused", () => {
    const list = takeFeed(emptyFeed, [entry(1)]);
    expect(waiting(list, [entry(3), entry(2), entry(1)])).toBe(2);
  });
});
