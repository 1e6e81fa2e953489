import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { GoalView, JourneyView, StageView } from "../../src/api/insightsViews";
import { ChannelsCard } from "../../src/insights/ChannelsCard";
import { funnelParts } from "../../src/insights/funnelParts";
import { GoalRow } from "../../src/insights/GoalRow";
import { expectedShare, goalPace, goalValue } from "../../src/insights/goalText";
import { JourneyCard } from "../../src/insights/JourneyCard";
import { ResponseCard } from "../../src/insights/ResponseCard";

const stage = (id: string, entered: number, movedOn: number, dropped: number): StageView => ({
  id,
  name: id.toUpperCase(),
  entered,
  movedOn,
  dropped,
  inIt: entered - movedOn - dropped,
  inItNow: entered - movedOn - dropped,
  timeInStage: { status: "ok", count: movedOn, p50Hours: 1.5 },
  csat: { status: "notEnoughData", responses: 0 },
  ces: { status: "notEnoughData", responses: 0, method: "mean" },
  pain: 0.2,
});

const unknownGoal: GoalView = {
  id: "nps",
  name: "NPS of 45",
  metric: "nps",
  target: 45,
  from: "2026-01-01",
  by: "2026-12-31",
  status: "notEnoughData",
  onTrack: "uncertain",
  words: "There is no survey “relationship”.",
};

const goal: GoalView = {
  ...unknownGoal,
  status: "ok",
  start: 35,
  value: 41,
  marginOfError: 3.2,
  expected: 40,
  progress: 0.6,
  pacePerWeek: 0.4,
  neededPerWeek: 0.1,
  words: "It is 41.",
};

describe("funnelParts", () => {
  it("is as wide as those that entered are of the most that entered any stage", () => {
    const parts = funnelParts(stage("a", 50, 30, 15), 100);
    expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(0.5);
    expect(parts.map((part) => part.name)).toEqual(["movedOn", "inIt", "dropped"]);
  });

  it("leaves out what nobody did", () => {
    expect(funnelParts(stage("a", 50, 50, 0), 100).map((part) => part.name)).toEqual(["movedOn"]);
  });
});

it("marks the stage that hurts most, and only that one", () => {
  const journey: JourneyView = {
    id: "buying",
    name: "Buying",
    dropDays: 14,
    entered: 100,
    finished: 30,
    stages: [stage("a", 100, 60, 20), { ...stage("b", 60, 30, 25), dropPercent: 45.4 }, stage("c", 30, 30, 0)],
    hurtsMost: { status: "ok", stage: "b", words: "B: 45 % of the 55 that left were dropped." },
  };
  const html = renderToStaticMarkup(<JourneyCard journey={journey} />);
  expect(html.split("hurts most")).toHaveLength(2);
  expect(html.indexOf("hurts most")).toBeGreaterThan(html.indexOf(">B<"));
  expect(html).toContain("B: 45% of the 55 that left were dropped.");
  expect(html).toContain("1h 30m");
  expect(html).toContain("Times are read from buckets");
});

describe("goals", () => {
  it("shows the value with its margin, the way done and the verdict in words", () => {
    const html = renderToStaticMarkup(<GoalRow goal={goal} />);
    expect(html).toContain("Too close to tell");
    expect(html).toContain("±3.2");
    expect(html).toContain("60% of the way");
    expect(html).toContain("+0.40 a week so far");
  });

  it("says where a goal is further off than at its start", () => {
    expect(renderToStaticMarkup(<GoalRow goal={{ ...goal, progress: -0.45 }} />)).toContain("further off");
  });

  it("shows no verdict without data", () => {
    const html = renderToStaticMarkup(<GoalRow goal={unknownGoal} />);
    expect(html).toContain("not enough data yet");
    expect(html).not.toContain("of the way");
  });

  it("prints each metric in its own unit", () => {
    expect(goalValue("atRiskPercent", 3.1)).toBe("3.1%");
    expect(goalValue("nps", 45)).toBe("45");
    expect(goalValue("ces", 5.678)).toBe("5.68");
    expect(goalValue("revenue", 12_345)).toBe("12,345");
    expect(goalPace("csat", -0.5)).toBe("-0.50 pp");
  });

  it("finds where the line is, whichever way the goal goes", () => {
    expect(expectedShare(goal)).toBe(0.5);
    expect(expectedShare({ ...goal, start: 7, target: 3, expected: 5 })).toBe(0.5);
    expect(expectedShare(unknownGoal)).toBeUndefined();
  });
});

const none = { status: "notEnoughData", count: 0, of: 0 } as const;
const noTime = { status: "notEnoughData", count: 0, withinTarget: none, breaches: 0 } as const;

describe("ResponseCard", () => {
  const open = { total: 0, waiting: 0, answered: 0, overdue: 0 };

  it("teaches how tickets come where there are none", () => {
    const tickets = { open, opened: 0, unopened: 0, unassigned: 0, firstReply: noTime, resolution: noTime };
    expect(renderToStaticMarkup(<ResponseCard tickets={tickets} />)).toContain("ticket_opened");
  });

  it("gives percentiles and met targets with the counts behind", () => {
    const firstReply = {
      status: "ok" as const,
      count: 10,
      p50Minutes: 134,
      p90Minutes: 300,
      p95Minutes: 400,
      withinTarget: { status: "ok" as const, percent: 80, count: 8, of: 10 },
      breaches: 1,
    };
    const tickets = {
      open: { total: 3, waiting: 2, answered: 1, overdue: 1 },
      opened: 12,
      unopened: 0,
      unassigned: 0,
      firstReply,
      resolution: noTime,
    };
    const html = renderToStaticMarkup(<ResponseCard tickets={tickets} />);
    expect(html).toContain("2h 14m");
    expect(html).toContain("80% in time: 8 of 10");
    expect(html).toContain("1 target missed");
    expect(html).toContain("1 overdue");
    expect(html).toContain("Nothing was resolved in the window.");
  });
});

it("shows no rate where not all is known, but the counts behind it", () => {
  const mean = { status: "notEnoughData", total: 0, sessions: 0 } as const;
  const html = renderToStaticMarkup(
    <ChannelsCard
      channels={[
        {
          name: "email",
          counts: {},
          openRate: { status: "notEnoughData", count: 5, of: 3 },
          clickThroughRate: none,
          responseRate: { status: "notEnoughData", count: 102, of: 0 },
          emptySearchRate: none,
          goalCompletionRate: none,
          pages: mean,
          secondsOnSite: mean,
          conversion: mean,
        },
      ]}
    />,
  );
  expect(html).toContain("5 of 3");
  expect(html).toContain(">102<");
  expect(html).not.toContain("of 0");
  expect(html).not.toContain("%");
});
