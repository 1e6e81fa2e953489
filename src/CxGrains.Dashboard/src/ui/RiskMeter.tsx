import type { ChurnView } from "../api/customerViews";
import { probability } from "../format/numbers";
import { texts } from "../texts";
import { Meter } from "./Meter";
import { toneOfBand } from "./tone";

/** A churn probability with its bar; says so where there is none. */
export function RiskMeter({ churn }: { readonly churn: Pick<ChurnView, "status" | "probability" | "band"> }) {
  if (churn.status !== "ok" || churn.probability === undefined) {
    return <span className="faint">{texts.score.status.notEnoughData}</span>;
  }

  return (
    <span className="risk-meter" title={texts.riskOf[churn.band]}>
      <b>{probability(churn.probability)}</b>
      <Meter share={churn.probability} tone={toneOfBand[churn.band]} />
      <span className={`risk-word text-${toneOfBand[churn.band]}`}>{texts.bands[churn.band]}</span>
    </span>
  );
}
