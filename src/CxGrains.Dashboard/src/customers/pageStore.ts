import type { CustomerPage, CustomerRow } from "../api/views";

/** Rows asked for at once. */
export const pageRows = 200;
/** Rows held: a table that one scrolls through needs no more, and memory has an end. */
export const rowsMax = 100_000;

/** Where a page of a query's customers is; the first has no cursor. */
export const pagePath = (query: string, limit: number, cursor: string | undefined): string =>
  `customers?${[query, `limit=${limit}`, cursor === undefined ? "" : `cursor=${encodeURIComponent(cursor)}`].filter((part) => part !== "").join("&")}`;

/** A stretch of the list, with the cursor that it was asked for by; the first has none. */
export interface HeldPage {
  readonly cursor: string | undefined;
  readonly page: CustomerPage;
}

/** Puts a page in the place of the one of the same cursor, or behind all others. */
export function withPage(pages: readonly HeldPage[], next: HeldPage): readonly HeldPage[] {
  const index = pages.findIndex((held) => held.cursor === next.cursor);
  return index < 0 ? [...pages, next] : pages.with(index, next);
}

/**
 * All rows in their order. A customer that moved from one page to another between two readings is shown once, where it was
 * met first.
 */
export function rowsOf(pages: readonly HeldPage[]): readonly CustomerRow[] {
  const seen = new Set<string>();
  return pages.flatMap(({ page }) =>
    page.customers.filter(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    }),
  );
}

/** The cursor of what follows; undefined at the end, or where no more is held. */
export const nextOf = (pages: readonly HeldPage[]): string | undefined =>
  pages.length * pageRows >= rowsMax ? undefined : pages.at(-1)?.page.next;

/** The cursors of the pages that lie between two rows, both included. */
export const cursorsAt = (pages: readonly HeldPage[], first: number, last: number): readonly (string | undefined)[] =>
  pages.slice(Math.floor(first / pageRows), Math.floor(last / pageRows) + 1).map(({ cursor }) => cursor);
