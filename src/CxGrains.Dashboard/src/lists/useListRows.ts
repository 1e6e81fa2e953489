import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { get } from "../api/http";
import { Problem } from "../api/problem";
import {
  cursorsAt,
  nextOf,
  pagePath,
  pageRows,
  rowsOf,
  withPage,
  type Collection,
  type HeldPage,
  type Row,
} from "./pageStore";

const everyMs = 4000;

/** A page as it comes: its rows stand under the name of what they are. */
type SentPage<T> = { readonly total: number; readonly next?: string } & Partial<Record<Collection, readonly T[]>>;

export interface ListRows<T> {
  readonly rows: readonly T[];
  /** Undefined until the first rows are here. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  /** The last problem; the rows of before stay. */
  readonly problem: Problem | undefined;
  /** Asks for what follows, or once more for the beginning where that failed. */
  readonly more: () => void;
  /** Says which rows are in sight: those are read again every few seconds. */
  readonly look: (first: number, last: number) => void;
}

/** The rows of a query, read as one comes to them. */
export function useListRows<T extends Row>(collection: Collection, query: string): ListRows<T> {
  const [pages, setPages] = useState<readonly HeldPage<T>[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const sight = useRef({ first: 0, last: 0 });
  const abort = useRef<AbortController>(undefined);
  const waiting = useRef(new Set<string>());

  const load = useCallback(
    async (cursor: string | undefined) => {
      const signal = abort.current?.signal;
      const key = cursor ?? "";
      if (signal === undefined || waiting.current.has(key)) {
        return;
      }

      waiting.current.add(key);
      try {
        const sent = await get<SentPage<T>>(pagePath(collection, query, pageRows, cursor), signal);
        const page = { total: sent.total, rows: sent[collection] ?? [], next: sent.next };
        setPages((before) => withPage(before, { cursor, page }));
        setProblem(undefined);
      } catch (error) {
        if (!signal.aborted) {
          setProblem(Problem.of(error));
        }
      } finally {
        waiting.current.delete(key);
      }
    },
    [collection, query],
  );

  const refresh = useEffectEvent(() => {
    if (document.visibilityState === "visible") {
      const { first, last } = sight.current;
      const cursors = pages.length === 0 ? [undefined] : cursorsAt(pages, first, last);
      cursors.forEach((cursor) => void load(cursor));
    }
  });
  useEffect(() => {
    const mine = new AbortController();
    abort.current = mine;
    waiting.current = new Set();
    void load(undefined);
    const timer = setInterval(() => {
      refresh();
    }, everyMs);
    return () => {
      mine.abort();
      clearInterval(timer);
    };
  }, [load]);

  const rows = useMemo(() => rowsOf(pages), [pages]);
  const next = nextOf(pages);
  return {
    rows,
    total: pages[0]?.page.total,
    hasMore: next !== undefined,
    problem,
    more: () => {
      if (next !== undefined || pages.length === 0) {
        void load(next);
      }
    },
    look: (first, last) => {
      sight.current = { first, last };
    },
  };
}
