/** The word for what a server names, such as a type or a category; what has none is shown by its name. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name.replaceAll("_", " ");
