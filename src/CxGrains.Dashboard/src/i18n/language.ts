import { recall, remember } from "../ui/remember";

/** The languages that the page speaks. */
export const languages = ["en", "ar", "th"] as const;
export type Language = (typeof languages)[number];

/** The digits to write numbers with: those of the language, or 0 to 9. */
export type Numerals = "own" | "latin";

/** What each language calls itself; a reader who knows only that one finds it. */
export const ownNames: Record<Language, string> = { en: "English", ar: "العربية", th: "ไทย" };

export const directions: Record<Language, "ltr" | "rtl"> = { en: "ltr", ar: "rtl", th: "ltr" };

/** The digits of a language that has others than 0 to 9, as Unicode calls them. */
export const ownDigits: Partial<Record<Language, string>> = { ar: "arab", th: "thai" };

const languageKey = "cx-language";
const numeralsKey = "cx-numerals";

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

/** The reader's language: the one that was chosen here, else the first that the browser asks for and the page speaks. */
export function readLanguage(stored: string | null, wanted: readonly string[]): Language {
  return isLanguage(stored)
    ? stored
    : (wanted.map((tag) => tag.split("-")[0] ?? "").find((tag) => isLanguage(tag)) ?? "en");
}

/** The chosen digits; without a choice what the reader's region writes. */
export function readNumerals(stored: string | null, tag: string): Numerals {
  return stored === "own" || stored === "latin"
    ? stored
    : new Intl.NumberFormat(tag).resolvedOptions().numberingSystem === "latn"
      ? "latin"
      : "own";
}

/**
 * The reader's region within the language of the texts: an English page must not show Thai digits because the browser
 * prefers Thai, but a British reader gets British dates.
 */
export const regionOf = (language: Language, wanted: readonly string[]): string =>
  wanted.find((tag) => tag.split("-")[0] === language) ?? language;

/** The tag for `Intl`, with its digits. Arabic dates are of the Gregorian calendar, which the figures are counted by. */
export function intlTag(language: Language, region: string, numerals: Numerals): string {
  const digits = numerals === "own" ? (ownDigits[language] ?? "latn") : "latn";
  return new Intl.Locale(region, {
    numberingSystem: digits,
    ...(language === "ar" ? { calendar: "gregory" } : {}),
  }).toString();
}

const wanted = typeof navigator === "undefined" ? [] : navigator.languages;

/** What was chosen, as the page started with; another choice loads the page anew. */
export const language: Language = readLanguage(recall(languageKey), wanted);
const region = regionOf(language, wanted);
export const numerals: Numerals = readNumerals(recall(numeralsKey), region);
/** What dates and numbers are written by. */
export const locale: string = intlTag(language, region, numerals);

/** Remembers a choice and loads the page in it. */
export function chooseLanguage(next: Language, digits: Numerals): void {
  remember(languageKey, next);
  remember(numeralsKey, digits);
  location.reload();
}
