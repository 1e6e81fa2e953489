import { texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { SaveOrCancel } from "../ui/SaveOrCancel";
import { LiveCount } from "./LiveCount";
import { RuleJson } from "./RuleJson";
import { RuleRows } from "./RuleRows";
import { useSegmentForm } from "./useSegmentForm";
import type { EditedSegment } from "./useSegmentToEdit";

const fields = ["id", "name", "rule"];

/** Defines a segment. What the server says stands at the field it is about. */
export function SegmentForm({ edited }: { readonly edited: EditedSegment }) {
  const form = useSegmentForm(edited);
  const t = texts.segments;
  const isNew = edited.id === undefined;
  const field = form.problem?.field;
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <div className="form-row">
        <label className="field">
          <span>{texts.form.id}</span>
          <input
            className="input"
            value={form.id}
            disabled={!isNew}
            dir="ltr"
            spellCheck={false}
            aria-invalid={field === "id"}
            onChange={(event) => {
              form.setId(event.target.value);
            }}
          />
          <FieldProblem problem={form.problem} field="id" hint={t.idHint} />
        </label>
        <label className="field">
          <span>{texts.form.name}</span>
          <input
            className="input"
            value={form.name}
            aria-invalid={field === "name"}
            onChange={(event) => {
              form.setName(event.target.value);
            }}
          />
          <FieldProblem problem={form.problem} field="name" />
        </label>
      </div>
      {form.isJson || form.simple === undefined ? (
        <RuleJson json={form.json} onChange={form.setJson} onRows={form.showRows} problem={form.problem} />
      ) : (
        <RuleRows rule={form.simple} onChange={form.changeSimple} onJson={form.showJson} problem={form.problem} />
      )}
      <LiveCount json={form.ruleJson} />
      <OtherProblem problem={form.problem} fields={fields} />
      <SaveOrCancel isSaving={form.isSaving} to={isNew ? "/segments" : `/segments/${encodeURIComponent(form.id)}`} />
    </form>
  );
}
