import { memo } from "react";
import type { AlertView } from "../api/alertViews";
import { probability } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { Said } from "../ui/Said";
import { SubjectLink } from "../ui/SubjectLink";
import { ruleWord, toneOfSeverity } from "./severity";

/** One alert: who, what, and why in words. */
export const AlertRow = memo(function AlertRow({ alert }: { readonly alert: AlertView }) {
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
        <p className="two-lines faint" title={alert.reason}>
          <Said words={alert.reason} />
        </p>
      </div>
      <span className="row-time faint">
        <Ago iso={alert.at} thenDate={!isOpen} />
      </span>
    </li>
  );
});
