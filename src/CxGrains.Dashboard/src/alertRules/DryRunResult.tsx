import type { DryRun } from "../api/alertRules";
import { count } from "../format/numbers";
import { alertTexts as t } from "../texts";
import { Ago } from "../ui/Ago";
import { CustomerLink } from "../ui/CustomerLink";

/** Whom a rule would have been raised for. */
export function DryRunResult({ dryRun }: { readonly dryRun: DryRun }) {
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
              {example.reason} · <Ago iso={example.at} thenDate />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
