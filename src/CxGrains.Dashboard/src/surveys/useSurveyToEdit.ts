import { useCallback, useState } from "react";
import type { Answer } from "../api/http";
import { useDefinition } from "../api/useReadOnce";
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
export function useSurveyToEdit(id: string | undefined) {
  const [edited, setEdited] = useState<EditedSurvey | undefined>(id === undefined ? fresh : undefined);
  const take = useCallback(({ body, etag }: Answer<SurveyView>) => {
    const { name, metric, scale, ces } = body;
    setEdited({ id: body.id, name, metric, scale, cesMethod: ces?.method ?? "mean", etag });
  }, []);
  return { edited, ...useDefinition(id && `surveys/${encodeURIComponent(id)}`, take) };
}
