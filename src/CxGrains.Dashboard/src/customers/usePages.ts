import { useState } from "react";

/** A stretch of a list that is turned like a page, with the cursors of the pages before it. */
export interface Pages {
  /** The parameters that ask for the page. */
  readonly query: string;
  /** Rows before the page. */
  readonly before: number;
  readonly canGrow: boolean;
  readonly grow: () => void;
  readonly turn: (next: string) => void;
  /** Undefined on the first page. */
  readonly turnBack: (() => void) | undefined;
}

const step = 50;
/** The server gives no more at once. */
export const pageMax = 500;

/** First a page grows, so that it can be read in one piece; one that is as long as it may be is turned. */
export function usePages(): Pages {
  const [limit, setLimit] = useState(step);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  return {
    query: `limit=${limit}${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
    before: cursors.length * pageMax,
    canGrow: limit < pageMax,
    grow: () => {
      setLimit(Math.min(pageMax, limit + step));
    },
    turn: (next) => {
      setCursors([...cursors, next]);
      window.scrollTo({ top: 0 });
    },
    turnBack:
      cursor === undefined
        ? undefined
        : () => {
            setCursors(cursors.slice(0, -1));
            window.scrollTo({ top: 0 });
          },
  };
}
