import { Link } from "react-router";
import { severities } from "../alerts/severity";
import { isAboutNobody } from "../api/alertRules";
import { alertTexts as t, texts } from "../texts";
import { OtherProblem } from "../ui/OtherProblem";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import { ConditionPart } from "./ConditionPart";
import { DryRunResult } from "./DryRunResult";
import { FilterPart } from "./FilterPart";
import { QuietPart } from "./QuietPart";
import type { RuleDraft } from "./ruleDraft";
import type { useRuleForm } from "./useRuleForm";

interface Props {
  readonly form: ReturnType<typeof useRuleForm>;
  readonly draft: RuleDraft;
  readonly isNew: boolean;
  readonly mayChange: boolean;
}

const fields = ["id", "name", "owner", "severity", "condition", "filter", "cooldownMinutes", "grouping", "quietHours"];

/** Defines a rule, and tries it out. What the server says stands at the field it is about. */
export function RuleForm({ form, draft, isNew, mayChange }: Props) {
  const { change, problem } = form;
  const part = { draft, change, problem };
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <fieldset disabled={!mayChange} className="rule-parts">
        <div className="rule-part">
          <TextField
            label={texts.form.id}
            value={draft.id}
            disabled={!isNew}
            field="id"
            hint={t.idHint}
            problem={problem}
            onChange={(id) => {
              change({ id });
            }}
          />
          <TextField
            label={texts.form.name}
            value={draft.name}
            field="name"
            problem={problem}
            onChange={(name) => {
              change({ name });
            }}
          />
          <SelectField
            label={t.severity}
            value={draft.severity}
            options={severities.map((value) => ({ value, text: texts.alerts.severities[value] }))}
            field="severity"
            problem={problem}
            onChange={(severity) => {
              change({ severity });
            }}
          />
          <TextField
            label={t.owner}
            value={draft.owner}
            field="owner"
            hint={t.ownerHint}
            problem={problem}
            onChange={(owner) => {
              change({ owner });
            }}
          />
        </div>
        <ConditionPart {...part} />
        {!isAboutNobody(draft.type) && <FilterPart {...part} />}
        <QuietPart {...part} />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.enabled}
            onChange={(event) => {
              change({ enabled: event.target.checked });
            }}
          />
          {t.enabled}
        </label>
      </fieldset>
      <OtherProblem problem={problem} fields={fields} />
      <p className="faint">{isAboutNobody(draft.type) ? t.dryRunHintNow : t.dryRunHint}</p>
      {form.dryRun !== undefined && <DryRunResult dryRun={form.dryRun} />}
      <div className="form-actions">
        {mayChange && (
          <button type="submit" className="button primary" disabled={form.busy !== undefined}>
            {form.busy === "saving" ? texts.form.saving : texts.form.save}
          </button>
        )}
        <button type="button" className="button" disabled={form.busy !== undefined} onClick={() => void form.tryOut()}>
          {form.busy === "running" ? t.running : t.dryRun}
        </button>
        <Link className="button" to="/alerts/rules">
          {texts.form.cancel}
        </Link>
        {mayChange && !isNew && (
          <button
            type="button"
            className="button"
            disabled={form.busy !== undefined}
            onClick={() => void form.drop(draft.name)}
          >
            {t.remove}
          </button>
        )}
      </div>
    </form>
  );
}
