import { weekdays, type ReportCadence, type ReportPageKind, type ReportView, type Weekday } from "../api/reports";
import { reportTexts as t } from "../texts";
import type { FormProblem } from "../ui/formProblem";

/** A report as it is typed. */
export interface ReportDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: ReportPageKind;
  readonly survey: string;
  /** Empty for all customers, where the page can be about them. */
  readonly segment: string;
  readonly windowDays: string;
  readonly every: ReportCadence;
  readonly weekday: Weekday;
  readonly day: string;
  readonly hour: string;
  readonly zone: string;
  readonly language: ReportView["language"];
  readonly recipients: readonly string[];
  readonly includeCustomers: boolean;
  readonly enabled: boolean;
}

export const freshDraft = (zone: string, language: ReportView["language"]): ReportDraft => ({
  id: "",
  name: "",
  kind: "overview",
  survey: "",
  segment: "",
  windowDays: "7",
  every: "weekly",
  weekday: "monday",
  day: "1",
  hour: "8",
  zone,
  language,
  recipients: [],
  includeCustomers: false,
  enabled: true,
});

export const draftOf = ({ page, schedule, ...view }: ReportView): ReportDraft => ({
  id: view.id,
  name: view.name,
  kind: page.kind,
  survey: page.kind === "survey" ? (page.id ?? "") : "",
  segment: page.kind === "survey" ? "" : (page.id ?? ""),
  windowDays: String(view.windowDays),
  every: schedule.every,
  weekday: schedule.weekday ?? "monday",
  day: String(schedule.day ?? 1),
  hour: String(schedule.hour),
  zone: schedule.zone,
  language: view.language,
  recipients: view.recipients,
  includeCustomers: view.includeCustomers,
  enabled: view.enabled,
});

/** What the server is sent; a text that is no whole number is told before. */
export function toBody(draft: ReportDraft): { readonly body: unknown; readonly problem: FormProblem | undefined } {
  let problem: FormProblem | undefined;
  const whole = (value: string, field: string): number | undefined => {
    const trimmed = value.trim();
    if (trimmed !== "" && !/^\d+$/.test(trimmed)) {
      problem ??= { field, message: t.notWhole(trimmed) };
    }

    return trimmed === "" ? undefined : Number(trimmed);
  };
  const id = draft.kind === "survey" ? draft.survey : hasSegment(draft.kind) ? draft.segment : "";
  const body = {
    ...(draft.name.trim() !== "" && { name: draft.name.trim() }),
    page: { kind: draft.kind, ...(id !== "" && { id }) },
    windowDays: whole(draft.windowDays, "windowDays"),
    schedule: {
      every: draft.every,
      ...(draft.every === "weekly" ? { weekday: draft.weekday } : { day: whole(draft.day, "schedule.day") }),
      hour: whole(draft.hour, "schedule.hour"),
      ...(draft.zone.trim() !== "" && { zone: draft.zone.trim() }),
    },
    language: draft.language,
    recipients: draft.recipients,
    includeCustomers: draft.includeCustomers,
    enabled: draft.enabled,
  };
  return { body, problem };
}

/** Whether a page can be about a segment. */
export const hasSegment = (kind: ReportPageKind): boolean => kind === "segment" || kind === "insights";

/** The number of a day of the week, from 0 for Sunday. */
export const numberOf = (weekday: Weekday): number => weekdays.indexOf(weekday);
