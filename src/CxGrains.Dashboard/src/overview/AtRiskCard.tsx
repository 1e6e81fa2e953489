import { memo } from "react";
import { Link } from "react-router";
import type { CustomerRow } from "../api/customerViews";
import { useIsWall } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { AtRiskTable } from "./AtRiskTable";

interface Props {
  readonly customers: readonly CustomerRow[];
  readonly total: number;
  /** Whose they are; undefined for all customers. */
  readonly segment?: string | undefined;
}

/** Who is about to leave, and why. */
export const AtRiskCard = memo(function AtRiskCard({ customers, total, segment }: Props) {
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
        <AtRiskTable customers={customers} testId="atrisk-list" />
      )}
    </Card>
  );
});
