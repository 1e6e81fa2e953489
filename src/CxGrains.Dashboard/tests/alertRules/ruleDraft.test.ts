import { describe, expect, it } from "vitest";
import { freshDraft, toBody, toDraft } from "../../src/alertRules/ruleDraft";

describe("a rule on a score as a whole", () => {
  it("is sent without whom it is about", () => {
    const draft = { ...freshDraft("UTC"), id: "fell", type: "surveyMoved" as const, survey: "nps", segment: "vip" };

    expect(toBody(draft).body).toMatchObject({
      condition: { type: "surveyMoved", survey: "nps", direction: "down", windowDays: 30 },
      filter: undefined,
      grouping: undefined,
    });
  });

  it("comes back as it was sent", () => {
    const condition = {
      type: "segmentMoved",
      segment: "vip",
      metric: "csat",
      direction: "either",
      windowDays: 7,
    } as const;
    const rule = {
      id: "a",
      name: "A",
      severity: "info",
      condition,
      filter: {},
      cooldownMinutes: 0,
      grouping: "customer",
      enabled: true,
    } as const;

    expect(toBody(toDraft(rule, "UTC")).body).toMatchObject({ condition });
  });

  it("tells a window that is no number", () => {
    const draft = { ...freshDraft("UTC"), type: "surveyMoved" as const, windowDays: "a week" };

    expect(toBody(draft).problem?.field).toBe("condition.windowDays");
  });
});
