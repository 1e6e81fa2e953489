import { reportTexts as t, texts } from "../texts";
import { OtherProblem } from "../ui/OtherProblem";
import { SaveOrCancel } from "../ui/SaveOrCancel";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import { ContentPart } from "./ContentPart";
import { RecipientsPart } from "./RecipientsPart";
import { SchedulePart } from "./SchedulePart";
import type { useReportForm } from "./useReportForm";

const fields = ["id", "name", "page", "windowDays", "language", "schedule", "recipients"];

interface Props {
  readonly isNew: boolean;
  readonly form: ReturnType<typeof useReportForm>;
}

/** Defines a report, or changes one. What the server says stands at the field it is about. */
export function ReportForm({ isNew, form }: Props) {
  const { edited, problem, isSaving, change } = form;
  if (edited === undefined) {
    return null;
  }

  const { draft, inboxes } = edited;
  const part = { draft, change, problem };
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
        <TextField
          label={texts.form.id}
          value={draft.id}
          field="id"
          hint={t.idHint}
          disabled={!isNew}
          problem={problem}
          onChange={(id) => {
            change({ id });
          }}
        />
        <TextField
          label={texts.form.name}
          value={draft.name}
          field="name"
          hint={t.nameHint}
          problem={problem}
          onChange={(name) => {
            change({ name });
          }}
        />
        <SelectField
          label={t.state}
          value={draft.enabled ? "on" : "off"}
          options={[
            { value: "on", text: t.on },
            { value: "off", text: t.off },
          ]}
          field="enabled"
          problem={problem}
          onChange={(enabled) => {
            change({ enabled: enabled === "on" });
          }}
        />
      </div>
      <div className="rule-parts">
        <ContentPart {...part} />
        <SchedulePart {...part} />
        <RecipientsPart {...part} inboxes={inboxes} />
      </div>
      <OtherProblem problem={problem} fields={fields} />
      <SaveOrCancel isSaving={isSaving} to={isNew ? "/reports" : `/reports/${encodeURIComponent(draft.id)}`} />
    </form>
  );
}
