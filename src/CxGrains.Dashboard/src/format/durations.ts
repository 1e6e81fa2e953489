import { locale } from "../i18n/language";

type Unit = "day" | "hour" | "minute" | "second";

const formatters = new Map<string, Intl.NumberFormat>();

function unit(value: number, name: Unit, decimals = 0, digits = 1): string {
  const key = `${name} ${decimals} ${digits}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "narrow",
      maximumFractionDigits: decimals,
      minimumIntegerDigits: digits,
    });
    formatters.set(key, found);
  }

  return found.format(value);
}

/** How long something took: 40s, 12m, 2h 14m, 3.2d. */
export function minutes(value: number): string {
  if (value < 1) {
    return unit(Math.round(value * 60), "second");
  }

  const whole = Math.round(value);
  if (whole < 60) {
    return unit(whole, "minute");
  }

  if (whole < 48 * 60) {
    const rest = whole % 60;
    return rest === 0 ? unit(whole / 60, "hour") : `${unit(Math.floor(whole / 60), "hour")} ${unit(rest, "minute")}`;
  }

  return unit(value / (24 * 60), "day", value < 14_400 ? 1 : 0);
}

/** What is left, or passed: to the second below an hour, so that one sees it run. */
export function countdown(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return seconds < 3600
    ? `${unit(Math.floor(seconds / 60), "minute")} ${unit(seconds % 60, "second", 0, 2)}`
    : minutes(Math.floor(seconds / 60));
}

/** A mean time on a page. */
export function seconds(value: number): string {
  const whole = Math.round(value);
  return whole < 60
    ? unit(whole, "second")
    : `${unit(Math.floor(whole / 60), "minute")} ${unit(whole % 60, "second", 0, 2)}`;
}
