import type { ChurnView } from "../api/customerViews";
import { probability, signed } from "../format/numbers";
import { texts } from "../texts";
import { SignedBar } from "../ui/SignedBar";

/** What moves a probability away from the average customer's, to either side; the bars add up. */
export function ChurnDrivers({ churn }: { readonly churn: ChurnView }) {
  const t = texts.customer;
  const drivers = (churn.drivers ?? []).filter((driver) => driver.contribution !== 0);
  const largest = Math.max(0.01, ...drivers.map((driver) => Math.abs(driver.contribution)));
  const baseline = churn.baseline === undefined ? undefined : probability(churn.baseline);
  const title =
    baseline === undefined ? t.drivers : churn.source === "model" ? t.baseline(baseline) : t.baselinePrior(baseline);
  return (
    <>
      <h3 title={t.logOdds}>{title}</h3>
      {drivers.length === 0 && <p className="dim">{t.noDrivers}</p>}
      <ul className="drivers">
        {drivers.map((driver) => (
          <li key={driver.factor} data-testid="churn-driver">
            <span className="driver-text">
              <span title={driver.text}>{texts.driver(driver.factor, driver.text)}</span>
            </span>
            <SignedBar share={driver.contribution / largest} />
            <span className="driver-number" title={t.logOdds}>
              <Part contribution={driver.contribution} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

// What is shown as nothing says so, whatever its sign.
const shownMin = 0.05;

function Part({ contribution }: { readonly contribution: number }) {
  const t = texts.customer;
  if (Math.abs(contribution) < shownMin) {
    return <span className="faint">{t.hardly}</span>;
  }

  return (
    <>
      <b className={contribution > 0 ? "text-bad" : "text-good"}>{signed(contribution, 1)}</b>{" "}
      <span className="faint">{contribution > 0 ? t.raises : t.lowers}</span>
    </>
  );
}
