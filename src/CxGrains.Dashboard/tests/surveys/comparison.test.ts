import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/api/comparisonViews";
import { allComments, commentsPath } from "../../src/surveys/commentsFilter";
import { comparisonPath, sideNames } from "../../src/surveys/comparison";

describe("a comparison", () => {
  it("is with the window before, or with any other", () => {
    expect(comparisonPath("a/b", 7, { kind: "windows", until: "" })).toBe("surveys/a%2Fb/comparison?window=7d");
    expect(comparisonPath("nps", 30, { kind: "windows", until: "2026-01-31" })).toBe(
      "surveys/nps/comparison?window=30d&against=2026-01-31",
    );
  });

  it("is of a segment with another, or with all customers, once one is chosen", () => {
    expect(comparisonPath("nps", 30, { kind: "segments", first: "", second: "vip" })).toBeUndefined();
    expect(comparisonPath("nps", 30, { kind: "segments", first: "a&b", second: "vip" })).toBe(
      "surveys/nps/comparison?window=30d&segment=a%26b&with=vip",
    );
    expect(comparisonPath("nps", 30, { kind: "segments", first: "vip", second: "" })).toBe(
      "surveys/nps/comparison?window=30d&segment=vip",
    );
  });

  it("names its sides by their days or their segments", () => {
    const comparison: Comparison = {
      survey: "nps",
      metric: "nps",
      basis: "latestOfMembers",
      first: { segment: "vip", from: "2026-01-01", to: "2026-01-30" },
      second: { from: "2026-01-01", to: "2026-01-30" },
      change: { status: "notEnoughData", words: "" },
    };
    expect(sideNames(comparison, (id) => id.toUpperCase())).toEqual(["VIP", "All customers"]);
    expect(sideNames({ ...comparison, basis: "allAnswers" }, (id) => id)[0]).toMatch(/Jan.* – .*30/);
  });
});

describe("comments", () => {
  it("are asked for only where a filter is set", () => {
    expect(commentsPath("nps", 30, allComments)).toBeUndefined();
    expect(commentsPath("nps", 7, { category: "detractor", channel: "", q: "too slow" })).toBe(
      "surveys/nps/comments?window=7d&category=detractor&q=too+slow&limit=200",
    );
  });
});
