import { memo } from "react";
import type { AlertView } from "../api/alertViews";
import { probability } from "../format/numbers";
import { useMay } from "../session/useSession";
import { alertTexts as t, texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { Said } from "../ui/Said";
import { SubjectLink } from "../ui/SubjectLink";
import { ruleWord, toneOfSeverity } from "./severity";
import { useHandling } from "./useHandling";

interface Props {
  readonly alert: AlertView;
  /** Called when it was taken; not needed where the live topic tells. */
  readonly onHandled?: () => void;
}

/** One alert: who, what, and why in words; who may, takes it. */
export const AlertRow = memo(function AlertRow({ alert, onHandled }: Props) {
  const mayHandle = useMay("handle");
  const { handle, problem, isWorking } = useHandling(alert.id, onHandled);
  const isOpen = alert.state !== "alreadySo";
  return (
    <li className="row alert-row" data-testid="alert-row" data-customer={alert.customer}>
      <Chip tone={isOpen ? toneOfSeverity[alert.severity] : "plain"} title={texts.alerts.severities[alert.severity]}>
        {alert.probability === undefined ? texts.alerts.severities[alert.severity] : probability(alert.probability)}
      </Chip>
      <div className="row-body">
        <p className="two-lines">
          <SubjectLink subject={alert.subject} name={alert.name} /> {ruleWord(alert)}
          {alert.account !== undefined && <span className="faint"> · {alert.account}</span>}
        </p>
        {problem === undefined || alert.state !== "open" ? (
          <p className="line faint" title={alert.reason} dir="auto">
            {alert.state === "taken" && <b>{t.takenBy(alert.handledBy ?? "")} · </b>}
            <Said words={alert.reason} />
          </p>
        ) : (
          <p className="field-problem" role="alert">
            {problem.message}
          </p>
        )}
      </div>
      <div className="row-end">
        <span className="row-time faint">
          <Ago iso={alert.at} thenDate={!isOpen} />
        </span>
        {mayHandle && alert.state === "open" && (
          <button type="button" className="button" disabled={isWorking} onClick={() => void handle("take", {})}>
            {t.take}
          </button>
        )}
      </div>
    </li>
  );
});
