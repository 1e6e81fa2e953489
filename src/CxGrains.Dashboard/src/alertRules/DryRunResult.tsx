import type { DryRun } from "../api/alertRules";
import { count } from "../format/numbers";
import { alertTexts as t } from "../texts";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";
import { Said } from "../ui/Said";

/** Whom a rule would have been raised for, or how what it watches stands. */
export function DryRunResult({ dryRun }: { readonly dryRun: DryRun }) {
  if (dryRun.now !== undefined) {
    const { isSo, reason } = dryRun.now;
    return (
      <div className="dry-run" role="status">
        <p>
          <b>{isSo === undefined ? t.standsUnknown : isSo ? t.stands : t.standsNot}</b>{" "}
          <span className="faint">
            <Said words={reason} />
          </span>
        </p>
      </div>
    );
  }

  return (
    <div className="dry-run" role="status">
      <p>
        <b>{t.dryRunCount(count(dryRun.count), dryRun.days, count(dryRun.days))}</b>
        {!dryRun.isComplete && <span className="faint"> · {t.dryRunPart(count(dryRun.looked))}</span>}
      </p>
      <ul>
        {dryRun.examples.map((example) => (
          <li key={example.customer}>
            <CustomerLink id={example.customer} name={example.name} />{" "}
            <span className="faint">
              <Said words={example.reason} /> · <Ago iso={example.at} thenDate />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
