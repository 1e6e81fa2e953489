import { useQuery } from "../api/useQuery";
import type { SurveyView } from "../api/views";
import { useSurvey } from "../live/useTopic";

/** A survey of the last 30 days, live. Where the connection has as many topics as it may, it is fetched now and then. */
export function useSurveyMonth(id: string): SurveyView | undefined {
  const live = useSurvey(id);
  const fetched = useQuery<SurveyView>(
    live.kind === "failed" ? `surveys/${encodeURIComponent(id)}?window=30d` : undefined,
    15_000,
  );
  return live.kind === "ready" ? live.view : fetched.view;
}
