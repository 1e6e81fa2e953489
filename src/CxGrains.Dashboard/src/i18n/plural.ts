/** The forms of a text for the counts of a language; `#` stands for the number as it is shown. */
export type PluralForms<TCategory extends Intl.LDMLPluralRule> = Readonly<Record<TCategory, string>>;

/** Chooses a text by a count, after the rules of a language, which must have exactly these categories. */
export function pluralOf<TCategory extends Intl.LDMLPluralRule>(
  language: string,
): (n: number, shown: string, forms: PluralForms<TCategory>) => string {
  const rules = new Intl.PluralRules(language);
  return (n, shown, forms) => forms[rules.select(n) as TCategory].replace("#", () => shown);
}
