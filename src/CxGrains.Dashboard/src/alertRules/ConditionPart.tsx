import { conditionTypes, isAboutNobody } from "../api/alertRules";
import { useWorkspace } from "../live/useTopic";
import { alertTexts as t } from "../texts";
import { NumberField } from "../settings/NumberField";
import { SelectField } from "../ui/SelectField";
import { MovementPart } from "./MovementPart";
import type { RulePart } from "./part";

const bands = (["medium", "high"] as const).map((value) => ({ value, text: t.bands[value] }));

/** What the rule waits for, and its number where it has one. */
export function ConditionPart({ draft, change, problem }: RulePart) {
  const workspace = useWorkspace();
  const surveys = workspace.kind === "ready" ? workspace.view.surveys : [];
  const metric = draft.type === "csatAtMost" ? "csat" : "nps";
  return (
    <fieldset className="rule-part">
      <legend>{t.condition}</legend>
      <SelectField
        label={t.happens}
        value={draft.type}
        options={conditionTypes.map((value) => ({ value, text: t.conditions[value] }))}
        field="condition.type"
        problem={problem}
        onChange={(type) => {
          change({ type });
        }}
      />
      {draft.type === "riskBand" && (
        <SelectField
          label={t.band}
          value={draft.band}
          options={bands}
          field="condition.band"
          problem={problem}
          onChange={(band) => {
            change({ band });
          }}
        />
      )}
      {draft.type === "healthDrop" && (
        <NumberField
          label={t.points}
          value={draft.points}
          field="condition.points"
          problem={problem}
          onChange={(points) => {
            change({ points });
          }}
        />
      )}
      {draft.type === "healthBelow" && (
        <NumberField
          label={t.healthScore}
          value={draft.healthScore}
          field="condition.score"
          problem={problem}
          onChange={(healthScore) => {
            change({ healthScore });
          }}
        />
      )}
      {draft.type === "csatAtMost" && (
        <NumberField
          label={t.csatScore}
          value={draft.csatScore}
          field="condition.score"
          problem={problem}
          onChange={(csatScore) => {
            change({ csatScore });
          }}
        />
      )}
      {draft.type === "noContact" && (
        <NumberField
          label={t.days}
          value={draft.days}
          field="condition.days"
          problem={problem}
          onChange={(days) => {
            change({ days });
          }}
        />
      )}
      {(draft.type === "detractor" || draft.type === "csatAtMost") && (
        <SelectField
          label={t.survey}
          value={draft.survey}
          options={[
            { value: "", text: t.anySurvey },
            ...surveys
              .filter((survey) => survey.metric === metric)
              .map((survey) => ({ value: survey.id, text: survey.name })),
          ]}
          field="condition.survey"
          problem={problem}
          onChange={(survey) => {
            change({ survey });
          }}
        />
      )}
      {isAboutNobody(draft.type) && <MovementPart draft={draft} change={change} problem={problem} />}
    </fieldset>
  );
}
