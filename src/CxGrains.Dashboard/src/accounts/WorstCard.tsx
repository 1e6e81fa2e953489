import type { WorstRisk } from "../api/accountViews";
import { count, probability } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { CustomerLink } from "../ui/CustomerLink";
import { ScoreBlock } from "../ui/ScoreBlock";

interface Props {
  readonly worst: WorstRisk;
  readonly atRisk: number;
}

/** The customer of an account that is most likely to leave. */
export function WorstCard({ worst, atRisk }: Props) {
  const t = texts.accounts;
  const text =
    worst.probability === undefined
      ? undefined
      : { value: probability(worst.probability), uncertainty: texts.riskOf[worst.band] };
  return (
    <Card
      title={t.sorts.risk}
      note={atRisk === 0 ? t.nobodyAtRisk : t.atRisk(atRisk, count(atRisk))}
      className="span-4"
    >
      <ScoreBlock text={text} testId="account-risk" />
      {worst.customer !== undefined && <CustomerLink id={worst.customer} name={worst.customerName} />}
    </Card>
  );
}
