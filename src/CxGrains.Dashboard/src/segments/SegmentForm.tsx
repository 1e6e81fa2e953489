import { Link } from "react-router";
import { texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { LiveCount } from "./LiveCount";
import { RuleJson } from "./RuleJson";
import { RuleRows } from "./RuleRows";
import { useSegmentForm } from "./useSegmentForm";
import type { EditedSegment } from "./useSegmentToEdit";

/** Defines a segment. What the server says stands at the field it is about. */
export function SegmentForm({ edited }: { readonly edited: EditedSegment }) {
  const form = useSegmentForm(edited);
  const t = texts.segments;
  const isNew = edited.id === undefined;
  const field = form.problem?.field;
  const isElsewhere = field === undefined || !(field === "id" || field === "name" || field.startsWith("rule"));
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
      {isElsewhere && form.problem !== undefined && (
        <p className="field-problem" role="alert">
          {form.problem.message}
        </p>
      )}
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={form.isSaving}>
          {form.isSaving ? texts.form.saving : texts.form.save}
        </button>
        <Link className="button" to={isNew ? "/segments" : `/segments/${encodeURIComponent(form.id)}`}>
          {texts.form.cancel}
        </Link>
      </div>
    </form>
  );
}
