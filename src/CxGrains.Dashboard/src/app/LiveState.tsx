import { timeOfDay } from "../format/dates";
import { fixed } from "../format/numbers";
import { useLiveStatus, useWorkspace } from "../live/useTopic";
import { texts } from "../texts";

/** Whether what one sees is live. Told to screen readers when it changes, not with every number. */
export function LiveState() {
  const status = useLiveStatus();
  const workspace = useWorkspace();
  const perSecond = workspace.kind === "ready" ? workspace.view.interactionsPerSecond : undefined;
  return (
    <div className={`live live-${status.kind}`} data-testid="live-state" data-state={status.kind}>
      <span className="live-dot" aria-hidden="true" />
      <span role="status">{texts.live[status.kind]}</span>
      {status.kind === "live" && perSecond !== undefined && (
        <span className="live-rate">· {texts.live.rate(fixed(perSecond, perSecond < 10 ? 1 : 0))}</span>
      )}
      {(status.kind === "lost" || status.kind === "stale") && (
        <span className="live-rate">
          · {status.lastUpdateMs === undefined ? texts.live.never : texts.live.last(timeOfDay(status.lastUpdateMs))}
        </span>
      )}
    </div>
  );
}
