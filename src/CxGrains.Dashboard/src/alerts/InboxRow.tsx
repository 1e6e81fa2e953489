import { memo, useState } from "react";
import type { AlertView } from "../api/alertViews";
import { dateTime } from "../format/dates";
import { probability } from "../format/numbers";
import { useMay } from "../session/useSession";
import { alertTexts as t, texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { Said } from "../ui/Said";
import { SubjectLink } from "../ui/SubjectLink";
import { AlertHistory } from "./AlertHistory";
import { HandlingForm } from "./HandlingForm";
import { ruleWord, toneOfSeverity } from "./severity";
import { useHandling, type Verb } from "./useHandling";

interface Props {
  readonly alert: AlertView;
  /** Called when something was done with it. */
  readonly onHandled: () => void;
}

/** One alert with what was done about it, and what may be. */
export const InboxRow = memo(function InboxRow({ alert, onHandled }: Props) {
  const mayHandle = useMay("handle");
  const [verb, setVerb] = useState<Verb>();
  const handling = useHandling(alert.id, () => {
    setVerb(undefined);
    onHandled();
  });
  const isOpen = alert.state === "open" || alert.state === "taken" || alert.state === "snoozed";
  const verbs: readonly Verb[] = isOpen ? ["take", "snooze", "resolve"] : ["resolve"];
  return (
    <li className="inbox-row" data-testid="alert-row" data-customer={alert.customer} data-state={alert.state}>
      <div className="inbox-head">
        <Chip tone={toneOfSeverity[alert.severity]}>{texts.alerts.severities[alert.severity]}</Chip>
        <p className="inbox-who">
          <SubjectLink subject={alert.subject} name={alert.name} /> {ruleWord(alert)}
          {alert.account !== undefined && <span className="faint"> · {alert.account}</span>}
        </p>
        <span className="faint inbox-time">
          <Ago iso={alert.at} thenDate />
        </span>
      </div>
      <p className="faint inbox-reason">
        {alert.probability !== undefined && <b>{probability(alert.probability)} · </b>}
        <Said words={alert.reason} />
      </p>
      <p className="inbox-marks">
        {stateOf(alert)}
        {alert.hasRecovered && alert.state !== "closed" && <Chip tone="good">{t.recovered}</Chip>}
        {alert.owner !== undefined && <span className="faint">{t.ownerIs(alert.owner)}</span>}
        {alert.heldUntil !== undefined && isOpen && (
          <span className="faint">{t.heldUntil(dateTime(alert.heldUntil))}</span>
        )}
      </p>
      {alert.history.length > 0 && <AlertHistory acts={alert.history} />}
      {mayHandle && verb === undefined && alert.state !== "alreadySo" && (
        <div className="form-actions">
          {verbs.map((value) => (
            <button
              key={value}
              type="button"
              className="button"
              onClick={() => {
                setVerb(value);
              }}
            >
              {value === "take" && alert.state === "taken" ? t.takeOver : t[value]}
            </button>
          ))}
        </div>
      )}
      {verb !== undefined && (
        <HandlingForm
          verb={verb}
          handling={handling}
          onCancel={() => {
            setVerb(undefined);
          }}
        />
      )}
    </li>
  );
});

function stateOf(alert: AlertView) {
  switch (alert.state) {
    case "taken":
      return <Chip tone="accent">{t.takenBy(alert.handledBy ?? "")}</Chip>;
    case "snoozed":
      return <Chip>{t.snoozedUntil(alert.snoozedUntil === undefined ? "" : dateTime(alert.snoozedUntil))}</Chip>;
    case "resolved":
      return (
        <Chip tone={alert.outcome === "saved" ? "good" : alert.outcome === "lost" ? "bad" : "plain"}>
          {t.outcomes[alert.outcome ?? "saved"]}
        </Chip>
      );
    default:
      return null;
  }
}
