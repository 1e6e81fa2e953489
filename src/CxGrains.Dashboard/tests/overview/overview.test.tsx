import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import type { WorkspaceView } from "../../src/api/views";
import { KpiRow } from "../../src/overview/KpiRow";
import { TrendCard } from "../../src/overview/TrendCard";
import { AtRiskCard } from "../../src/overview/AtRiskCard";

const empty: WorkspaceView = {
  id: "default",
  name: "Default",
  asOf: "2026-03-01T00:00:00Z",
  customers: 0,
  interactions: 1,
  interactionsPerSecond: 0,
  nps: { status: "notEnoughData", responses: 0 },
  csat: { status: "notEnoughData", responses: 0 },
  ces: { status: "notEnoughData", responses: 0, method: "mean" },
  risk: { low: 0, medium: 0, high: 0, notEnoughData: 0 },
  atRisk: 0,
  alerts: { open: 0, alreadySo: 0 },
  purchases: { count: 0, total: 0, byCurrency: {} },
  trend: { nps: {}, csat: {}, ces: {} },
  atRiskCustomers: [],
  feed: [],
  surveys: [],
  segments: [],
};

const textOf = (html: string, testId: string): string | undefined =>
  new RegExp(`data-testid="${testId}"[^>]*>([^<]*)<`).exec(html)?.[1];

it("never shows a number for a score without enough data", () => {
  const html = renderToStaticMarkup(<KpiRow view={empty} />);
  for (const metric of ["nps", "csat", "ces"]) {
    expect(textOf(html, `kpi-${metric}`)).toBe("not enough data yet");
  }
});

it("shows each score with its uncertainty beside it", () => {
  const view: WorkspaceView = {
    ...empty,
    nps: {
      status: "ok",
      responses: 324,
      score: 33.33,
      marginOfError: 8.116,
      promoters: 162,
      passives: 108,
      detractors: 54,
    },
    atRisk: 12,
  };
  const html = renderToStaticMarkup(<KpiRow view={view} />);
  expect(textOf(html, "kpi-nps")).toBe("33.3");
  expect(html).toContain("±8.1");
  expect(textOf(html, "kpi-atrisk")).toBe("12");
});

it("says of each part of a score whom it is made of", () => {
  const html = renderToStaticMarkup(<KpiRow view={empty} />);
  expect(html).toContain("latest answers, 90 days");
  expect(html).toContain("all answers, 30 days");
  const card = renderToStaticMarkup(
    <TrendCard
      trend={{ nps: { "2026-02-28": { score: 100, responses: 2 } }, csat: {}, ces: {} }}
      nps={empty.nps}
      asOf={empty.asOf}
    />,
  );
  expect(card).toContain("line: all answers, trailing 30 days");
  expect(card).toContain("latest answer of the last 90 days");
  expect(card).toContain("too few for a line");
});

it("cuts no text of a figure off", () => {
  const css = ["pages", "parts"].map((name) => readFileSync(`src/styles/${name}.css`, "utf8")).join("\n");
  const rules = [...css.matchAll(/(\.kpi[^{]*)\{([^}]*)\}/g)].map((rule) => rule[2]);
  expect(rules.length).toBeGreaterThan(3);
  expect(rules.join("\n")).not.toMatch(/ellipsis|nowrap/);
});

it("gives the reason in words in the row of a customer at risk", () => {
  const customer = {
    id: "ada",
    lastSeen: "2026-02-01T00:00:00Z",
    engagement: { status: "ok" as const, score: 12 },
    churn: {
      status: "ok" as const,
      probability: 0.91,
      band: "high" as const,
      alreadySo: false,
      why: "Silent for 41 days",
    },
    value: 100,
    segments: [],
  };
  const html = renderToStaticMarkup(
    <MemoryRouter>
      <AtRiskCard customers={[customer]} total={1} />
    </MemoryRouter>,
  );
  expect(html).toContain('data-testid="atrisk-row" data-customer="ada"');
  expect(html).toContain("Silent for 41 days");
  expect(html).toContain("91%");
});
