import type { SurveyMetric } from "../api/views";

/** A survey as the form holds it; the scale is as it was typed. */
export interface SurveyDraft {
  readonly id: string;
  readonly name: string;
  readonly metric: SurveyMetric;
  readonly scale: string;
  readonly cesMethod: "mean" | "agree";
}

/** Whether a metric's scale can be chosen; the others have one of their own. */
export const hasScale = (metric: SurveyMetric): boolean => metric === "csat" || metric === "rating";

/** The definition to send: only what its metric knows. What is no number goes as it is, for the server to name. */
export function surveyBody(draft: SurveyDraft): Record<string, unknown> {
  const { metric, cesMethod } = draft;
  const [id, name, scale] = [draft.id.trim(), draft.name.trim(), draft.scale.trim()];
  return {
    id,
    name: name === "" ? id : name,
    metric,
    ...(hasScale(metric) && { scale: /^\d+$/.test(scale) ? Number(scale) : scale }),
    ...(metric === "ces" && { cesMethod }),
  };
}
