import { describe, expect, it } from "vitest";
import type { WorkspaceSettings } from "../../src/api/settings";
import { goalExample } from "../../src/settings/examples";
import { readList, toBody, toDraft } from "../../src/settings/settingsDraft";

const settings: WorkspaceSettings = {
  churn: { horizonDays: 90, leaving: "silence" },
  health: { weights: { usage: 30, satisfaction: 25, support: 15, value: 15, relationship: 15 } },
  value: { horizonDays: 365, discountRatePercent: 10 },
  loyalty: { tiers: [{ name: "Gold", rule: { field: "purchases.total", op: "ge", value: 4000 } }] },
  sla: [{ channel: "chat", firstReplyMinutes: 15 }],
  journeys: [
    {
      id: "help",
      name: "Help",
      dropDays: 7,
      stages: [
        { id: "asked", name: "Asked", type: "ticket_opened" },
        { id: "solved", name: "Solved", type: "ticket_resolved" },
      ],
    },
  ],
  goals: [{ id: "nps", name: "NPS", metric: "nps", start: 30, target: 45, from: "2026-01-01", by: "2026-12-31" }],
  privacy: { consentDefault: "denied", tombstoneDays: 90, commentDays: 0, timelineDays: 365 },
};

// What goes over the wire: members that are undefined are not there.
function sent(draft: ReturnType<typeof toDraft>): unknown {
  const read = toBody(draft);
  return "body" in read ? (JSON.parse(JSON.stringify(read.body)) as unknown) : read.problem;
}

describe("settings", () => {
  it("come back as they were where nothing was edited", () => {
    expect(sent(toDraft(settings))).toEqual(settings);
  });

  it("leave out what the server works out itself, which it does not take back", () => {
    const shown = {
      ...settings,
      version: 4,
      journeys: settings.journeys.map((journey) => ({ ...journey, slot: 0, version: 1, lastStage: 1, dropMs: 5 })),
      goals: settings.goals.map((goal) => ({ ...goal, fromMs: 1, endMs: 2 })),
    };
    expect(sent(toDraft(shown))).toEqual(settings);
  });

  it("leave out what is empty, which takes its default", () => {
    const body = sent({ ...toDraft(settings), horizonDays: " ", discountRatePercent: "" });
    expect(body).toMatchObject({ churn: { leaving: "silence" }, value: { horizonDays: 365 } });
    expect(body).not.toHaveProperty("churn.horizonDays");
  });

  it("leave out days of privacy that are empty, and name those that are no number", () => {
    const draft = toDraft(settings);
    const typed = (commentDays: string) => sent({ ...draft, privacyDays: { ...draft.privacyDays, commentDays } });

    expect(typed("")).toHaveProperty("privacy", { consentDefault: "denied", tombstoneDays: 90, timelineDays: 365 });
    expect(typed("a year")).toMatchObject({ field: "privacy.commentDays" });
  });

  it("name the field that is no number", () => {
    const draft = toDraft(settings);
    const [row] = draft.sla;
    const sla = row === undefined ? [] : [row, { ...row, key: 1, resolutionMinutes: "soon" }];
    expect(sent({ ...draft, sla })).toMatchObject({ field: "sla[1].resolutionMinutes" });
  });

  it("name the list that is no JSON, or no list", () => {
    expect(sent({ ...toDraft(settings), goals: "[" })).toMatchObject({ field: "goals" });
    expect(sent({ ...toDraft(settings), tiers: "{}" })).toMatchObject({ field: "loyalty.tiers" });
  });
});

it("reads a list as it is typed", () => {
  expect(readList("[1, 2]")).toEqual({ items: [1, 2] });
  expect(readList('{"a":1}')).toHaveProperty("why");
  expect(readList("")).toHaveProperty("why");
});

it("offers a goal that ends on a day that there is", () => {
  expect(goalExample("2028-02-29").by).toBe("2029-02-28");
  expect(goalExample("2026-11-22").by).toBe("2027-11-22");
});
