import { memo } from "react";
import { Link } from "react-router";
import type { CustomerRow } from "../api/views";
import { useCurrency } from "../live/useCurrency";
import { useIsWall } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { AtRiskRow } from "./AtRiskRow";

interface Props {
  readonly customers: readonly CustomerRow[];
  readonly total: number;
  /** Whose they are; undefined for all customers. */
  readonly segment?: string | undefined;
}

/** Who is about to leave, and why. */
export const AtRiskCard = memo(function AtRiskCard({ customers, total, segment }: Props) {
  const currency = useCurrency();
  const isWall = useIsWall();
  const of = segment === undefined ? "" : `&segment=${encodeURIComponent(segment)}`;
  const note =
    total > 0 && !isWall ? (
      <Link to={`/customers?band=high${of}`}>{texts.overview.allAtRisk}</Link>
    ) : (
      texts.overview.riskyNote
    );
  return (
    <Card title={texts.overview.risky} note={note} className="span-8 risk-card">
      {customers.length === 0 ? (
        <Empty title={texts.overview.riskyEmpty}>
          <p>{texts.overview.riskyEmptyHint}</p>
        </Empty>
      ) : (
        <table className="table risk-table" data-testid="atrisk-list">
          <thead>
            <tr>
              <th scope="col">{texts.customers.sorts.name}</th>
              <th scope="col">{texts.customers.sorts.risk}</th>
              <th scope="col">{texts.customers.why}</th>
              <th scope="col" className="col-value">
                {texts.customers.sorts.value}
              </th>
              <th scope="col" className="col-seen">
                {texts.customers.sorts.lastSeen}
              </th>
            </tr>
          </thead>
          <tbody>
            {customers.map((customer) => (
              <AtRiskRow key={customer.id} customer={customer} currency={currency} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
});
