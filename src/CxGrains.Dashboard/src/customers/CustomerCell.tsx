import type { CustomerRow } from "../api/customerViews";
import { amount, count } from "../format/numbers";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { RiskMeter } from "../ui/RiskMeter";
import { Said } from "../ui/Said";
import type { Column } from "./columns";

interface Props {
  readonly customer: CustomerRow;
  readonly column: Column;
  readonly currency: string | undefined;
}

/** What a column says of a customer. */
export function CustomerCell({ customer, column, currency }: Props) {
  switch (column) {
    case "risk":
      return <RiskMeter churn={customer.churn} />;
    case "why":
      return (
        <p className="two-lines" title={customer.churn.why}>
          <Said words={customer.churn.why} />
        </p>
      );
    case "engagement":
      return customer.engagement.score === undefined ? (
        <span className="faint" title={texts.score.status.notEnoughData}>
          –
        </span>
      ) : (
        count(customer.engagement.score)
      );
    case "value":
      return amount(customer.value, currency);
    case "lastSeen":
      return (
        <span className="dim">
          <Ago iso={customer.lastSeen} />
        </span>
      );
    case "segments":
      return <p className="two-lines">{customer.segments.join(" · ")}</p>;
    case "email":
    case "account":
    case "id":
      return (
        <p className="line" dir="auto" title={customer[column]}>
          {customer[column] ?? "–"}
        </p>
      );
  }
}
