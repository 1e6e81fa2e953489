import { locale } from "../i18n/language";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, found);
  }

  return found;
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "narrow" });
const relativeInWords = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

/** A UTC day of a trend: 22 Oct. */
export const day = (iso: string): string =>
  formatter({ day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** A UTC day with its year, for days that are no instants: 22 Oct 2025. */
export const dayOfYear = (iso: string): string =>
  formatter({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** Days from now in words: tomorrow, in 12 days, 5 days ago. */
export const inDays = (days: number): string => relativeInWords.format(days, "day");

/** A date in the reader's zone: 22 Oct 2025. */
export const date = (iso: string): string =>
  formatter({ day: "numeric", month: "short", year: "numeric" }).format(new Date(iso));

/** A date with its time, for tips and time stamps. */
export const dateTime = (iso: string): string =>
  formatter({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(
    new Date(iso),
  );

/** A day of a window, which is the same day wherever it is read: 22 Oct 2025. */
export const utcDate = (iso: string): string =>
  formatter({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** A day of the week by its number, from 0 for Sunday. */
export const weekday = (number: number): string =>
  formatter({ weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2023, 0, 1 + number)));

/** An hour of the day: 17:00, or 5 PM. */
export const hourOfDay = (hour: number): string =>
  formatter({ hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(new Date(Date.UTC(2023, 0, 1, hour)));

/** The time of day with seconds. */
export const timeOfDay = (ms: number): string =>
  formatter({ hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(ms));

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365.25 * 86_400],
  ["month", 30.44 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** How long ago, in the largest unit that fits: 2 min ago. Times ahead of our clock count as now. */
export function ago(iso: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(iso)) / 1000);
  const [unit, size] = units.find(([, unitSeconds]) => seconds >= unitSeconds) ?? ["second", 1];
  const whole = Math.floor(seconds / size);
  return whole === 0 ? relativeInWords.format(0, "second") : relative.format(-whole, unit);
}

/** Whether days lie between: such a time may be drawn once and left alone. */
export const isOld = (iso: string, nowMs: number): boolean => nowMs - Date.parse(iso) > 2 * 86_400_000;
