import { pluralOf } from "../plural";

export const plural = pluralOf<Intl.LDMLPluralRule>("ar");

/** A number of days, as an object of time: three days, eleven days, a hundred days. */
export const days = (n: number, shown: string) =>
  plural(n, shown, {
    zero: "# يوم",
    one: "يوم واحد",
    two: "يومين",
    few: "# أيام",
    many: "# يومًا",
    other: "# يوم",
  });
