import { locale } from "../i18n/language";

// Making a formatter costs far more than using it, and a page prints hundreds of numbers a second.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale, options);
    formatters.set(key, found);
  }

  return found;
}

/** A count: 1,284. */
export const count = (value: number): string => formatter({ maximumFractionDigits: 0 }).format(value);

/** A count for a narrow place: 1.2M from a hundred thousand on. */
export const compact = (value: number): string =>
  Math.abs(value) < 100_000 ? count(value) : formatter({ notation: "compact", maximumFractionDigits: 1 }).format(value);

/** A count for a very narrow place: 21K from ten thousand on; below, some languages would say more with a word. */
export const short = (value: number): string =>
  value < 10_000 ? count(value) : formatter({ notation: "compact", maximumFractionDigits: 0 }).format(value);

/** A number with always the same decimals, so that it keeps its width. */
export const fixed = (value: number, decimals: number): string =>
  formatter({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/** A change: +4.1, −0.3; no sign at 0. */
export const signed = (value: number, decimals: number): string =>
  formatter({ signDisplay: "exceptZero", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );

/** The margin of a score: ±3.2. */
export const margin = (value: number, decimals = 1): string => `±${fixed(value, decimals)}`;

/** The numbers of a scale, with as many decimals as tell them apart. */
export function scaleNumbers(values: readonly number[]): string[] {
  const decimals = [0, 1, 2].find((digits) =>
    values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9),
  );
  return values.map((value) => fixed(value, decimals ?? 2));
}

/** Percent given as 0 to 100. */
export const percent = (value: number, decimals = 0): string =>
  formatter({ style: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value / 100);

/** A probability, 0 to 1. No model is certain: it never reads 0 % or 100 %. */
export function probability(value: number): string {
  return value > 0.99 ? `>${percent(99)}` : value < 0.01 ? `<${percent(1)}` : percent(value * 100);
}

/** A share of a whole in percent. Only nobody is 0 %, and only everybody 100 %. */
export function share(part: number, whole: number): string {
  const value = whole === 0 ? 0 : (part / whole) * 100;
  return value > 0 && value < 1 ? `<${percent(1)}` : value > 99 && value < 100 ? `>${percent(99)}` : percent(value);
}

/** The ends of an interval: 85–89%. */
export function percentRange(low: number, high: number): string {
  return formatter({ style: "percent", maximumFractionDigits: 0 }).formatRange(low / 100, high / 100);
}

/** An amount in a column: whole from a hundred on. Without a currency it is a plain number. */
export const amount = (value: number, currency?: string): string =>
  money(Math.abs(value) >= 100 ? Math.round(value) : value, currency);

/** An amount of money; without a currency it is a plain number. Round amounts carry no cents. */
export function money(value: number, currency?: string): string {
  const decimals = Number.isInteger(value) || Math.abs(value) >= 10_000 ? { maximumFractionDigits: 0 } : {};
  if (currency === undefined || currency === "") {
    return formatter({ maximumFractionDigits: 2, ...decimals }).format(value);
  }

  try {
    return formatter({ style: "currency", currency, ...decimals }).format(value);
  } catch (error) {
    if (error instanceof RangeError) {
      // Not a code that Intl can show: it stands after the number as it came.
      return `${formatter({ maximumFractionDigits: 2 }).format(value)} ${currency}`;
    }

    throw error;
  }
}
