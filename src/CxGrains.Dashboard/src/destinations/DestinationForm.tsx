import { severities } from "../alerts/severity";
import type { DestinationKind } from "../api/destinations";
import type { AlertSeverity } from "../api/alertViews";
import { deliveryTexts as t, texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import { Check } from "../ui/Check";
import { OtherProblem } from "../ui/OtherProblem";
import { SaveOrCancel } from "../ui/SaveOrCancel";
import { TextField } from "../ui/TextField";
import type { useDestinationForm } from "./useDestinationForm";

const kinds: readonly DestinationKind[] = ["webhook", "slack", "teams", "email"];
const fields = ["id", "name", "kind", "url", "addresses", "severity"];

interface Props {
  readonly isNew: boolean;
  readonly form: ReturnType<typeof useDestinationForm>;
}

/** Defines a destination, or changes one. What the server says stands at the field it is about. */
export function DestinationForm({ isNew, form }: Props) {
  const { edited, problem, isSaving, change } = form;
  if (edited === undefined) {
    return null;
  }

  const { draft, mayMail } = edited;
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save(edited);
      }}
    >
      <div className="form-row">
        <label className="field">
          <span>{texts.form.id}</span>
          <input
            className="input"
            value={draft.id}
            disabled={!isNew}
            dir="ltr"
            spellCheck={false}
            aria-invalid={isOf(problem, "id")}
            onChange={(event) => {
              change({ id: event.target.value });
            }}
          />
          <FieldProblem problem={problem} field="id" hint={t.idHint} />
        </label>
        <TextField
          label={texts.form.name}
          value={draft.name}
          field="name"
          problem={problem}
          onChange={(name) => {
            change({ name });
          }}
        />
        <label className="field">
          <span>{t.kind}</span>
          <select
            className="input"
            value={draft.kind}
            disabled={!isNew}
            aria-invalid={isOf(problem, "kind")}
            onChange={(event) => {
              change({ kind: event.target.value as DestinationKind });
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind} disabled={kind === "email" && !mayMail}>
                {t.kinds[kind]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="kind" hint={mayMail ? t.kindHint : t.noMail} />
        </label>
        <label className="field">
          <span>{t.severity}</span>
          <select
            className="input"
            value={draft.severity}
            aria-invalid={isOf(problem, "severity")}
            onChange={(event) => {
              change({ severity: event.target.value as AlertSeverity });
            }}
          >
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {texts.alerts.severities[severity]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="severity" hint={t.severityHint} />
        </label>
      </div>
      {draft.kind === "email" ? (
        <label className="field">
          <span>{t.addresses}</span>
          <textarea
            className="input"
            rows={4}
            dir="ltr"
            spellCheck={false}
            value={draft.addresses}
            aria-invalid={isOf(problem, "addresses")}
            onChange={(event) => {
              change({ addresses: event.target.value });
            }}
          />
          <FieldProblem problem={problem} field="addresses" hint={t.addressesHint} />
        </label>
      ) : (
        <label className="field">
          <span>{t.url}</span>
          <input
            className="input"
            type="url"
            dir="ltr"
            spellCheck={false}
            placeholder={isNew ? "https://" : ""}
            value={draft.url}
            aria-invalid={isOf(problem, "url")}
            onChange={(event) => {
              change({ url: event.target.value });
            }}
          />
          <FieldProblem
            problem={problem}
            field="url"
            hint={isNew || draft.kind === "webhook" ? t.urlHints[draft.kind] : t.urlKept}
          />
        </label>
      )}
      <Check
        label={t.enabled}
        checked={draft.enabled}
        onChange={(enabled) => {
          change({ enabled });
        }}
      />
      {draft.kind === "email" && (
        <Check
          label={t.reportsOnly}
          checked={draft.reportsOnly}
          onChange={(reportsOnly) => {
            change({ reportsOnly });
          }}
        />
      )}
      <OtherProblem problem={problem} fields={fields} />
      <SaveOrCancel
        isSaving={isSaving}
        to={isNew ? "/destinations" : `/destinations/${encodeURIComponent(draft.id)}`}
      />
    </form>
  );
}
