import { catalogueWithDigits } from "./digits";
import type { en } from "./en";
import { ownDigits, type Language, type Numerals } from "./language";

/** Every word of the page. Each language has all of them: one that lacks a word does not compile. */
export type Catalogue = typeof en;

/** Only the language that is read is loaded. */
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import("./en")).en,
  ar: async () => (await import("./ar")).ar,
  th: async () => (await import("./th")).th,
};

export async function loadCatalogue(language: Language, numerals: Numerals): Promise<Catalogue> {
  const catalogue = await catalogues[language]();
  const digits = ownDigits[language];
  return numerals === "own" && digits !== undefined ? catalogueWithDigits(catalogue, digits) : catalogue;
}
