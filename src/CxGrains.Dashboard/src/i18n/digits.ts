const zeros: Readonly<Record<string, number>> = { arab: 0x0660, thai: 0x0e50 };

/** A text with its digits 0 to 9 written as another numbering system does; one that we do not know changes nothing. */
export function withDigits(text: string, system: string): string {
  const zero = zeros[system];
  return zero === undefined ? text : text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/**
 * A catalogue whose fixed texts have their digits so. Texts that are made of parts stay as they are: their numbers come
 * as they are to be shown, and what else they hold, such as an id, is not ours to change.
 */
export function catalogueWithDigits<T>(words: T, system: string): T {
  if (typeof words === "string") {
    return withDigits(words, system) as T;
  }

  return typeof words === "object" && words !== null
    ? (Object.fromEntries(
        Object.entries(words).map(([name, part]: [string, unknown]) => [name, catalogueWithDigits(part, system)]),
      ) as T)
    : words;
}
