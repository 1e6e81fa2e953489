import { memo } from "react";
import type { AlertView } from "../api/views";
import { probability } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { CustomerLink } from "../ui/CustomerLink";

/** One alert: who, what, and why in words. */
export const AlertRow = memo(function AlertRow({ alert }: { readonly alert: AlertView }) {
  const isOpen = alert.state === "open";
  return (
    <li className="row alert-row" data-testid="alert-row" data-customer={alert.customer}>
      <Chip tone={isOpen ? "bad" : "plain"}>
        {alert.probability === undefined ? texts.bands.high : probability(alert.probability)}
      </Chip>
      <div className="row-body">
        <p className="line">
          <CustomerLink id={alert.customer} name={alert.name} /> {texts.alerts.rule(alert.rule)}
          {alert.account !== undefined && <span className="faint"> · {alert.account}</span>}
        </p>
        <p className="two-lines faint" title={alert.reason}>
          {alert.reason}
        </p>
      </div>
      <span className="row-time faint">
        <Ago iso={alert.at} thenDate={!isOpen} />
      </span>
    </li>
  );
});
