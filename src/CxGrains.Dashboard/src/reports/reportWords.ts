import type { ReportSchedule, ReportView } from "../api/reports";
import { hourOfDay, weekday } from "../format/dates";
import { count } from "../format/numbers";
import { reportTexts as t } from "../texts";
import { numberOf } from "./reportDraft";

/** What a report shows. */
export const pageText = ({ page }: ReportView): string =>
  page.id === undefined ? t.pages[page.kind] : `${t.pages[page.kind]} · ${page.id}`;

/** When a report is issued. */
export const scheduleText = ({ every, weekday: on, day, hour, zone }: ReportSchedule): string =>
  every === "weekly"
    ? t.everyWeek(weekday(numberOf(on ?? "monday")), hourOfDay(hour), zone)
    : t.everyMonth(count(day ?? 1), hourOfDay(hour), zone);
