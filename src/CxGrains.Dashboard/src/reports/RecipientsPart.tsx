import { Link } from "react-router";
import type { DestinationView } from "../api/destinations";
import { reportTexts as t } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import type { ReportPart } from "./part";

interface Props extends ReportPart {
  /** The destinations of kind e-mail. */
  readonly inboxes: readonly DestinationView[];
}

/** Whom the report is sent to: e-mail destinations that are there. */
export function RecipientsPart({ draft, change, problem, inboxes }: Props) {
  // One that is no longer there stays to be seen, and can be taken off.
  const lost = draft.recipients.filter((id) => inboxes.every((inbox) => inbox.id !== id));
  const choices = [
    ...inboxes.map(({ id, name, addresses }) => ({ id, name, more: addresses?.join(", ") ?? "" })),
    ...lost.map((id) => ({ id, name: id, more: "" })),
  ];
  return (
    <fieldset className="rule-part">
      <legend>{t.recipients}</legend>
      {choices.length === 0 && <p className="faint">{t.noInboxes}</p>}
      {choices.map(({ id, name, more }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={draft.recipients.includes(id)}
            onChange={(event) => {
              change({
                recipients: event.target.checked
                  ? [...draft.recipients, id]
                  : draft.recipients.filter((one) => one !== id),
              });
            }}
          />
          <span>
            <bdi>{name}</bdi> <bdi className="faint">{more}</bdi>
          </span>
        </label>
      ))}
      <FieldProblem problem={problem} field="recipients" hint={t.recipientsHint} />
      <p>
        <Link to="/destinations/new">{t.newInbox}</Link>
      </p>
    </fieldset>
  );
}
