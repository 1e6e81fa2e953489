import { useEffect, useMemo, useState } from "react";
import { getWithEtag, type Answer } from "./http";
import { Problem } from "./problem";

/** Reads what is edited. */
export type Read<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Reads once and hands it over, and not again with the next live update, so that an edit is not overwritten. Another `read` is
 * asked anew, so it is the same one from draw to draw; without one nothing is asked.
 */
export function useReadOnce<T>(read: Read<T> | undefined, take: (value: T) => void) {
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (read === undefined) {
      return undefined;
    }

    const abort = new AbortController();
    read(abort.signal)
      .then(take)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setFailure(Problem.of(error).message);
        }
      });
    return () => {
      abort.abort();
    };
  }, [read, take, attempt]);
  const retry = () => {
    setFailure(undefined);
    setAttempt(attempt + 1);
  };
  return { failure, retry };
}

/** Reads a definition with its version; without a path, as of a new one, nothing is asked. */
export function useDefinition<T>(path: string | undefined, take: (answer: Answer<T>) => void) {
  const read = useMemo<Read<Answer<T>> | undefined>(
    () => (path === undefined ? undefined : (signal) => getWithEtag<T>(path, signal)),
    [path],
  );
  return useReadOnce(read, take);
}
