import type { RiskCounts } from "../api/views";
import { texts } from "../texts";
import { StackedBar } from "./StackedBar";

interface Props {
  readonly risk: RiskCounts;
  readonly bare?: boolean;
}

/** Customers by risk band. */
export function RiskSplit({ risk, bare = false }: Props) {
  const parts = [
    { label: texts.bands.high, value: risk.high, tone: "bad" as const },
    { label: texts.bands.medium, value: risk.medium, tone: "warn" as const },
    { label: texts.bands.low, value: risk.low, tone: "good" as const },
    { label: texts.bands.notEnoughData, value: risk.notEnoughData, tone: "plain" as const },
  ];
  return <StackedBar label={texts.segments.risk} parts={parts} bare={bare} />;
}
