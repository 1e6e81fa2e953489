import { useCallback, useEffect, useRef, useState } from "react";
import { share, type Json } from "../live/mergePatch";
import { getWithEtag } from "./http";
import { Problem } from "./problem";

export interface QueryState<T> {
  readonly view: T | undefined;
  /** What the view answers; while another path is asked for it is still the one before. */
  readonly viewPath: string | undefined;
  /** When the view was asked for, in milliseconds since 1970; 0 before the first. */
  readonly askedMs: number;
  /** The version of the view; undefined where it has none. */
  readonly etag: string | undefined;
  /** The last problem; the view of before stays. */
  readonly problem: Problem | undefined;
  readonly refresh: () => void;
}

interface Held<T> {
  readonly path: string | undefined;
  readonly view: T | undefined;
  readonly viewPath: string | undefined;
  readonly askedMs: number;
  readonly etag: string | undefined;
  readonly problem: Problem | undefined;
}

/**
 * A view fetched over HTTP and fetched again every `everyMs` while the page is visible.
 * Where another path is asked for, the view of the last one stays until the new one is here. Without a path nothing is asked.
 */
export function useQuery<T>(path: string | undefined, everyMs: number): QueryState<T> {
  const [held, setHeld] = useState<Held<T>>({
    path,
    view: undefined,
    viewPath: undefined,
    askedMs: 0,
    etag: undefined,
    problem: undefined,
  });
  const load = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (path === undefined) {
      return undefined;
    }

    const abort = new AbortController();
    const fetchView = async () => {
      const askedMs = Date.now();
      try {
        const { body, etag } = await getWithEtag<T>(path, abort.signal);
        setHeld((before) => ({
          path,
          view: share(before.view as Json, body as Json) as T,
          viewPath: path,
          askedMs,
          etag,
          problem: undefined,
        }));
      } catch (error) {
        if (!abort.signal.aborted) {
          setHeld((before) => ({ ...before, path, problem: Problem.of(error) }));
        }
      }
    };
    let running = false;
    const run = () => {
      if (!running) {
        running = true;
        void fetchView().finally(() => {
          running = false;
        });
      }
    };
    load.current = run;
    run();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") {
        run();
      }
    }, everyMs);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [path, everyMs]);

  const refresh = useCallback(() => {
    load.current();
  }, []);
  const { view, viewPath, askedMs, etag } = held;
  return { view, viewPath, askedMs, etag, problem: held.path === path ? held.problem : undefined, refresh };
}
