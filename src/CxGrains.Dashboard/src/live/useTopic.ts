import { useCallback, useSyncExternalStore } from "react";
import type { InsightsView } from "../api/insightsViews";
import type { ModelView } from "../api/modelView";
import type { AlertPage } from "../api/alertViews";
import type { CustomerView } from "../api/customerViews";
import type { SegmentView, SurveyView, WorkspaceView } from "../api/views";
import { live } from "./live";
import type { LiveStatus } from "./liveStatus";
import type { TopicState } from "./topicStore";

const nothing = { kind: "ready", view: undefined } as const;

function useTopic<T>(topic: string | undefined): TopicState<T> {
  const subscribe = useCallback(
    (listener: () => void) => (topic === undefined ? () => undefined : live.watch(topic, listener)),
    [topic],
  );
  // The server's views are taken at their word: what a topic holds is decided by its name.
  const read = topic === undefined ? () => nothing : live.topic(topic).read;
  return useSyncExternalStore(subscribe, read, read) as TopicState<T>;
}

export const useWorkspace = (): TopicState<WorkspaceView> => useTopic("workspace");
export const useAlerts = (): TopicState<AlertPage> => useTopic("alerts");
export const useCustomer = (id: string): TopicState<CustomerView> => useTopic(`customer/${id}`);
export const useSurvey = (id: string): TopicState<SurveyView> => useTopic(`survey/${id}`);
export const useSegment = (id: string): TopicState<SegmentView> => useTopic(`segment/${id}`);
export const useModel = (): TopicState<ModelView> => useTopic("model");
/** Ready at once with nothing where no segment is asked for. */
export const useSegmentIf = (id: string | undefined): TopicState<SegmentView | undefined> =>
  useTopic(id === undefined ? undefined : `segment/${id}`);
/** Of all customers, or of a segment's members; 30 days. */
export const useInsights = (segment: string | undefined): TopicState<InsightsView> =>
  useTopic(segment === undefined ? "insights" : `insights/${segment}`);

export const useLiveStatus = (): LiveStatus =>
  useSyncExternalStore(live.listenStatus, live.readStatus, live.readStatus);
