import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { get } from "../api/http";
import { Problem } from "../api/problem";
import type { CustomerPage, CustomerRow } from "../api/views";
import { cursorsAt, nextOf, pagePath, pageRows, rowsOf, withPage, type HeldPage } from "./pageStore";

const everyMs = 4000;

export interface CustomerRows {
  readonly rows: readonly CustomerRow[];
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

/** The customers of a query, read as one comes to them. */
export function useCustomerRows(query: string): CustomerRows {
  const [pages, setPages] = useState<readonly HeldPage[]>([]);
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
        const page = await get<CustomerPage>(pagePath(query, pageRows, cursor), signal);
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
    [query],
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
