import { language } from "../texts";

/**
 * The reader's region within the language of the texts: an English page must not show Thai digits because the
 * browser prefers Thai, but a British reader gets British dates.
 */
export const locale: string =
  (typeof navigator === "undefined" ? [] : navigator.languages).find((tag) => tag.split("-")[0] === language) ??
  language;
