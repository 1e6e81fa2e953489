import type { AlertAct } from "../api/alertViews";
import { dateTime } from "../format/dates";
import { count } from "../format/numbers";
import { alertTexts as t } from "../texts";
import { Ago } from "../ui/Ago";

/** Who did what with an alert, the latest first. */
export function AlertHistory({ acts }: { readonly acts: readonly AlertAct[] }) {
  return (
    <details className="alert-history">
      <summary>{t.history(count(acts.length))}</summary>
      <ol>
        {acts.toReversed().map((act) => (
          <li key={`${act.at}${act.by}${act.action}`}>
            <span>{wordsOf(act)}</span>{" "}
            <span className="faint">
              <Ago iso={act.at} thenDate />
            </span>
            {act.note !== undefined && <p className="alert-said">{act.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function wordsOf(act: AlertAct): string {
  switch (act.action) {
    case "take":
      return t.did.take(act.by);
    case "snooze":
      return t.did.snooze(act.by, act.until === undefined ? "" : dateTime(act.until));
    case "resolve":
      return t.did.resolve(act.by, t.outcomesInline[act.outcome ?? "saved"]);
  }
}
