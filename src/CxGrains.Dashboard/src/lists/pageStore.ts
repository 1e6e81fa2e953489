/** Rows asked for at once. */
export const pageRows = 200;
/** Rows held: a table that one scrolls through needs no more, and memory has an end. */
export const rowsMax = 100_000;

/** What a list is a list of; the server's path, and its name for a page's rows. */
export type Collection = "customers" | "accounts";

/** What every row of a list has. */
export interface Row {
  readonly id: string;
}

/** A stretch of a list, as the server gives it. */
export interface Page<T extends Row> {
  readonly total: number;
  readonly rows: readonly T[];
  readonly next: string | undefined;
}

/** Where a page of a query's rows is; the first has no cursor. */
export const pagePath = (collection: Collection, query: string, limit: number, cursor: string | undefined): string =>
  `${collection}?${[query, `limit=${limit}`, cursor === undefined ? "" : `cursor=${encodeURIComponent(cursor)}`].filter((part) => part !== "").join("&")}`;

/** A stretch of the list, with the cursor that it was asked for by; the first has none. */
export interface HeldPage<T extends Row> {
  readonly cursor: string | undefined;
  readonly page: Page<T>;
}

/** Puts a page in the place of the one of the same cursor, or behind all others. */
export function withPage<T extends Row>(pages: readonly HeldPage<T>[], next: HeldPage<T>): readonly HeldPage<T>[] {
  const index = pages.findIndex((held) => held.cursor === next.cursor);
  return index < 0 ? [...pages, next] : pages.with(index, next);
}

/** All rows in their order. A row that moved from one page to another between two readings is shown once, where it was met first. */
export function rowsOf<T extends Row>(pages: readonly HeldPage<T>[]): readonly T[] {
  const seen = new Set<string>();
  return pages.flatMap(({ page }) =>
    page.rows.filter(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    }),
  );
}

/** The cursor of what follows; undefined at the end, or where no more is held. */
export const nextOf = <T extends Row>(pages: readonly HeldPage<T>[]): string | undefined =>
  pages.length * pageRows >= rowsMax ? undefined : pages.at(-1)?.page.next;

/** The cursors of the pages that lie between two rows, both included. */
export const cursorsAt = <T extends Row>(
  pages: readonly HeldPage<T>[],
  first: number,
  last: number,
): readonly (string | undefined)[] =>
  pages.slice(Math.floor(first / pageRows), Math.floor(last / pageRows) + 1).map(({ cursor }) => cursor);
