import { describe, expect, it } from "vitest";
import { toRule, toSimple } from "../../src/segments/rule";
import { ruleWords } from "../../src/segments/ruleWords";

const leaf = (field: string, op: string, value: unknown) => ({ field, op, value });

describe("the form's rows", () => {
  it.each([
    { all: [leaf("lastSeenDays", "gt", 30), leaf("trait.plan", "eq", "pro")] },
    { any: [leaf("churn.band", "in", ["high", "medium"]), leaf("trait.seats", "ge", 10)] },
    { all: [leaf("account", "exists", false), leaf("trait.beta", "eq", true)] },
    { all: [leaf("trait.postcode", "eq", "01234"), leaf("nps.score", "in", [9, 10])] },
  ])("give the same rule back: %j", (rule) => {
    const rows = toSimple(rule);
    expect(rows && toRule(rows)).toEqual(rule);
  });

  it("show a single condition as a list of one", () => {
    expect(toSimple(leaf("engagement", "lt", 20))).toEqual({
      match: "all",
      conditions: [{ field: "engagement", op: "lt", value: "20" }],
    });
  });

  it.each([{ not: leaf("engagement", "lt", 20) }, { all: [{ any: [] }] }, "text", null])(
    "leave to JSON: %j",
    (rule) => {
      expect(toSimple(rule)).toBeUndefined();
    },
  );

  it("send what is no number as it was typed, so that the server can say what is wrong with it", () => {
    expect(toRule({ match: "all", conditions: [{ field: "lastSeenDays", op: "gt", value: "soon" }] })).toEqual({
      all: [leaf("lastSeenDays", "gt", "soon")],
    });
  });
});

describe("a rule in words", () => {
  it("joins and nests", () => {
    const rule = {
      all: [
        leaf("trait.plan", "eq", "pro"),
        { any: [leaf("lastSeenDays", "gt", 30), leaf("account", "exists", false)] },
      ],
    };
    expect(ruleWords(rule)).toBe(
      "Trait plan is pro and (Days since last seen is more than 30 or Account is not known)",
    );
  });

  it("says what does not hold", () => {
    expect(ruleWords({ not: leaf("channel", "in", ["web", "chat"]) })).toBe("not (Channel is one of web, chat)");
  });
});
