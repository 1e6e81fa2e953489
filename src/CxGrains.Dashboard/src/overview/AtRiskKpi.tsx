import type { RiskCounts } from "../api/views";
import { compact, count, money } from "../format/numbers";
import { useCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { RiskSplit } from "../ui/RiskSplit";
import { FigureKpi } from "./FigureKpi";
import { useValueAtRisk } from "./useValueAtRisk";

interface Props {
  readonly atRisk: number;
  readonly risk: RiskCounts;
  readonly customers: number;
  readonly segment: string | undefined;
}

/** How many are about to leave, and what they have spent. */
export function AtRiskKpi({ atRisk, risk, customers, segment }: Props) {
  const o = texts.overview;
  const currency = useCurrency();
  const value = useValueAtRisk(segment);
  return (
    <FigureKpi
      title={o.atRisk}
      note={o.atRiskNote}
      value={count(atRisk)}
      testId="kpi-atrisk"
      detail={o.ofCustomers(customers, compact(customers))}
    >
      <div>
        {value !== undefined && value.customers > 0 && (
          <p className="kpi-latest" title={currency === undefined ? texts.customers.mixedValue : undefined}>
            {o.valueAtRisk}: <b data-testid="kpi-value-at-risk">{money(Math.round(value.sum), currency)}</b>{" "}
            <span className="faint">
              {value.isPart
                ? o.valueAtRiskPart(count(value.customers))
                : o.valueAtRiskOf(value.customers, count(value.customers))}
            </span>
          </p>
        )}
        <RiskSplit risk={risk} bare />
      </div>
    </FigureKpi>
  );
}
