import { Link } from "react-router";
import type { DestinationView } from "../api/destinations";
import { deliveryTexts as t } from "../texts";
import { Chip } from "../ui/Chip";
import { DestinationChips } from "./DestinationChips";

/** One destination: what it is, where, and how it fares. */
export function DestinationRow({ destination }: { readonly destination: DestinationView }) {
  const { id, name, kind, url, addresses, severity, reportsOnly, disabledBecause } = destination;
  return (
    <li className="row" data-testid="destination-row">
      <Chip>{t.kinds[kind]}</Chip>
      <div className="row-body">
        <p className="line">
          <Link to={`/destinations/${encodeURIComponent(id)}`}>{name}</Link>{" "}
          <span className="faint">· {reportsOnly === true ? t.reportsOnly : t.atLeast[severity]}</span>
        </p>
        <p className="line faint" dir="ltr" title={url}>
          {disabledBecause ?? url ?? addresses?.join(", ")}
        </p>
      </div>
      <DestinationChips destination={destination} />
    </li>
  );
}
