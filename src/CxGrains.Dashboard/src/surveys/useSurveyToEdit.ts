import { useEffect, useState } from "react";
import { getWithEtag } from "../api/http";
import { Problem } from "../api/problem";
import type { SurveyMetric, SurveyView } from "../api/views";

/** A definition as it is edited. */
export interface EditedSurvey {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly name: string;
  readonly metric: SurveyMetric;
  readonly scale: number;
  readonly cesMethod: "mean" | "agree";
  readonly etag: string | undefined;
}

const fresh: EditedSurvey = { id: undefined, name: "", metric: "nps", scale: 5, cesMethod: "mean", etag: undefined };

/** The definition once, as it is now: an edit must not be overwritten by the next live update. */
export function useSurveyToEdit(id: string | undefined): {
  edited: EditedSurvey | undefined;
  problem: string | undefined;
  retry: () => void;
} {
  const [edited, setEdited] = useState<EditedSurvey | undefined>(id === undefined ? fresh : undefined);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (id === undefined) {
      return undefined;
    }

    const abort = new AbortController();
    getWithEtag<SurveyView>(`surveys/${encodeURIComponent(id)}`, abort.signal)
      .then(({ body, etag }) => {
        const { name, metric, scale, ces } = body;
        setEdited({ id: body.id, name, metric, scale, cesMethod: ces?.method ?? "mean", etag });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setProblem(Problem.of(error).message);
        }
      });
    return () => {
      abort.abort();
    };
  }, [id, attempt]);
  const retry = () => {
    setProblem(undefined);
    setAttempt(attempt + 1);
  };
  return { edited, problem, retry };
}
