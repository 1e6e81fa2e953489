import { texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import type { FormProblem } from "../ui/formProblem";
import { ConditionRow, type RuleFieldChoice } from "./ConditionRow";
import type { Condition, SimpleRule } from "./rule";

interface Props {
  readonly rule: SimpleRule;
  readonly onChange: (rule: SimpleRule) => void;
  /** Absent where there is no other view of it. */
  readonly onJson?: () => void;
  readonly problem: FormProblem | undefined;
  /** The fields to choose from and the traits among them; all where absent. */
  readonly fields?: RuleFieldChoice;
  readonly match?: string;
}

const empty: Condition = { field: "churn.band", op: "eq", value: "high" };

/** The rule as rows of conditions. */
export function RuleRows({ rule, onChange, onJson, problem, fields, match: label }: Props) {
  const t = texts.segments;
  const { match, conditions } = rule;
  const replace = (next: readonly Condition[]) => {
    onChange({ match, conditions: next });
  };
  return (
    <fieldset className="rule">
      <legend>{t.rule}</legend>
      <label className="match">
        {label ?? t.match}{" "}
        <select
          className="input"
          value={match}
          onChange={(event) => {
            onChange({ match: event.target.value as SimpleRule["match"], conditions });
          }}
        >
          <option value="all">{t.all}</option>
          <option value="any">{t.any}</option>
        </select>
      </label>
      {conditions.map((condition, index) => (
        // Conditions have no identity but their place.
        <div key={index} className="condition">
          <ConditionRow
            condition={condition}
            {...(fields && { fields })}
            onChange={(changed) => {
              replace(conditions.with(index, changed));
            }}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t.removeCondition}
            title={t.removeCondition}
            disabled={conditions.length === 1}
            onClick={() => {
              replace(conditions.toSpliced(index, 1));
            }}
          >
            ×
          </button>
          <FieldProblem problem={problem} field={`rule.${match}[${index}]`} />
        </div>
      ))}
      {problem?.field === "rule" && (
        <p className="field-problem" role="alert">
          {problem.message}
        </p>
      )}
      <div className="form-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            replace([...conditions, empty]);
          }}
        >
          {t.addCondition}
        </button>
        {onJson && (
          <button type="button" className="button" onClick={onJson}>
            {t.asJson}
          </button>
        )}
      </div>
    </fieldset>
  );
}
