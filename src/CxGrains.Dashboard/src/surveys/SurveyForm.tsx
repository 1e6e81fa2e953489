import type { SurveyMetric } from "../api/views";
import { texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { SaveOrCancel } from "../ui/SaveOrCancel";
import { hasScale } from "./surveyBody";
import { useSurveyForm } from "./useSurveyForm";
import type { EditedSurvey } from "./useSurveyToEdit";

const metrics: readonly SurveyMetric[] = ["nps", "csat", "ces", "rating"];
const cesMethods = ["mean", "agree"] as const;
const fields = ["id", "name", "metric", "scale", "cesMethod"];

/** Defines a survey, or renames one. What the server says stands at the field it is about. */
export function SurveyForm({ edited }: { readonly edited: EditedSurvey }) {
  const { draft, change, problem, isSaving, save } = useSurveyForm(edited);
  const t = texts.surveys;
  const isNew = edited.id === undefined;
  const field = problem?.field;
  return (
    <form
      className="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
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
            aria-invalid={field === "id"}
            onChange={(event) => {
              change({ id: event.target.value });
            }}
          />
          <FieldProblem problem={problem} field="id" hint={t.idHint} />
        </label>
        <label className="field">
          <span>{texts.form.name}</span>
          <input
            className="input"
            value={draft.name}
            aria-invalid={field === "name"}
            onChange={(event) => {
              change({ name: event.target.value });
            }}
          />
          <FieldProblem problem={problem} field="name" />
        </label>
        <label className="field">
          <span>{t.metric}</span>
          <select
            className="input"
            value={draft.metric}
            disabled={!isNew}
            onChange={(event) => {
              change({ metric: event.target.value as SurveyMetric });
            }}
          >
            {metrics.map((metric) => (
              <option key={metric} value={metric}>
                {texts.metricNames[metric]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="metric" hint={t.metricHint} />
        </label>
        {hasScale(draft.metric) && (
          <label className="field">
            <span>{t.scale}</span>
            <input
              className="input"
              value={draft.scale}
              disabled={!isNew}
              inputMode="numeric"
              aria-invalid={field === "scale"}
              onChange={(event) => {
                change({ scale: event.target.value });
              }}
            />
            <FieldProblem problem={problem} field="scale" hint={t.scaleHint} />
          </label>
        )}
        {draft.metric === "ces" && (
          <label className="field">
            <span>{t.cesMethod}</span>
            <select
              className="input"
              value={draft.cesMethod}
              onChange={(event) => {
                change({ cesMethod: event.target.value as (typeof cesMethods)[number] });
              }}
            >
              {cesMethods.map((method) => (
                <option key={method} value={method}>
                  {t.cesMethods[method]}
                </option>
              ))}
            </select>
            <FieldProblem problem={problem} field="cesMethod" />
          </label>
        )}
      </div>
      <OtherProblem problem={problem} fields={fields} />
      <SaveOrCancel isSaving={isSaving} to={isNew ? "/surveys" : `/surveys/${encodeURIComponent(draft.id)}`} />
    </form>
  );
}
