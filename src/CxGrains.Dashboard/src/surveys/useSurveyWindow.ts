import { useQuery } from "../api/useQuery";
import type { SurveyView } from "../api/views";
import { useSurvey } from "../live/useTopic";
import type { TopicState } from "../live/topicStore";

export type WindowDays = 7 | 30 | 90;

/** A survey over a window. Thirty days are live; the other windows are fetched, and again while one looks at them. */
export function useSurveyWindow(id: string, days: WindowDays): TopicState<SurveyView> {
  const live = useSurvey(id);
  const fetched = useQuery<SurveyView>(
    days === 30 ? undefined : `surveys/${encodeURIComponent(id)}?window=${days}d`,
    3000,
  );
  if (days === 30 || live.kind !== "ready") {
    return live;
  }

  if (fetched.problem !== undefined && fetched.view === undefined) {
    return { kind: "failed", reason: fetched.problem.message, retry: fetched.refresh };
  }

  // Until the other window is here the live one stays: its heading says which days it is about.
  return { kind: "ready", view: fetched.view?.id === id ? fetched.view : live.view };
}
