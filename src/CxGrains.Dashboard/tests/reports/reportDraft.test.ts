import { expect, test } from "vitest";
import type { ReportView } from "../../src/api/reports";
import { draftOf, freshDraft, toBody } from "../../src/reports/reportDraft";
import { pageText, scheduleText } from "../../src/reports/reportWords";

const view: ReportView = {
  id: "board",
  name: "Board",
  page: { kind: "survey", id: "nps" },
  windowDays: 30,
  schedule: { every: "monthly", day: 28, hour: 17, zone: "Asia/Bangkok" },
  language: "th",
  recipients: ["inbox"],
  includeCustomers: true,
  enabled: false,
};

test("what was read is sent back as it was", () => {
  const { id, ...body } = view;
  expect(draftOf(view).id).toBe(id);
  expect(toBody(draftOf(view))).toEqual({ body, problem: undefined });
});

test("a fresh one is weekly, of all, in the reader's language and zone, and names nobody", () => {
  expect(toBody(freshDraft("Europe/Berlin", "ar")).body).toEqual({
    page: { kind: "overview" },
    windowDays: 7,
    schedule: { every: "weekly", weekday: "monday", hour: 8, zone: "Europe/Berlin" },
    language: "ar",
    recipients: [],
    includeCustomers: false,
    enabled: true,
  });
});

test("only the page that is chosen says what it is about", () => {
  const draft = { ...freshDraft("UTC", "en"), survey: "nps", segment: "vip" };
  const pageOf = (kind: ReportView["page"]["kind"]) => (toBody({ ...draft, kind }).body as ReportView).page;
  expect(pageOf("overview")).toEqual({ kind: "overview" });
  expect(pageOf("atRisk")).toEqual({ kind: "atRisk" });
  expect(pageOf("survey")).toEqual({ kind: "survey", id: "nps" });
  expect(pageOf("segment")).toEqual({ kind: "segment", id: "vip" });
  expect(pageOf("insights")).toEqual({ kind: "insights", id: "vip" });
});

test("what is no whole number is told at its field", () => {
  expect(toBody({ ...freshDraft("UTC", "en"), windowDays: "a week" }).problem?.field).toBe("windowDays");
  expect(toBody({ ...freshDraft("UTC", "en"), every: "monthly", day: "1.5" }).problem?.field).toBe("schedule.day");
});

test("a report says what it shows and when", () => {
  expect(pageText(view)).toBe("A survey · nps");
  expect(scheduleText(view.schedule)).toMatch(/^on day 28 of every month at .*5:00.*\(Asia\/Bangkok\)$|17:00/);
  expect(scheduleText({ every: "weekly", weekday: "friday", hour: 8, zone: "UTC" })).toContain("every Friday");
});
