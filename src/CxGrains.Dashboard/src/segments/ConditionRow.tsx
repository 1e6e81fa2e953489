import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { ConditionValue } from "./ConditionValue";
import { fieldOf, operatorsOf, ruleFields, traitPrefix, type Condition } from "./rule";

interface Props {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** One condition: a field, a comparison, a value. */
export function ConditionRow({ condition, onChange }: Props) {
  const t = texts.segments;
  const isTrait = condition.field.startsWith(traitPrefix);
  const field = fieldOf(condition.field);

  const changeField = (name: string) => {
    const next = fieldOf(name);
    const op = operatorsOf[next.kind].includes(condition.op) ? condition.op : (operatorsOf[next.kind][0] ?? "eq");
    const value = next.kind === field.kind && next.kind !== "word" ? condition.value : (next.words?.[0] ?? "");
    onChange({ field: name, op, value });
  };

  return (
    <>
      <select
        className="input"
        aria-label={t.field}
        value={isTrait ? traitPrefix : condition.field}
        onChange={(event) => {
          changeField(event.target.value);
        }}
      >
        <option value={traitPrefix}>{t.trait}</option>
        {Object.keys(ruleFields).map((name) => (
          <option key={name} value={name}>
            {wordFor(t.fields, name)}
          </option>
        ))}
      </select>
      {isTrait && (
        <input
          className="input"
          aria-label={t.traitName}
          placeholder={t.traitName}
          value={condition.field.slice(traitPrefix.length)}
          onChange={(event) => {
            onChange({ ...condition, field: traitPrefix + event.target.value });
          }}
        />
      )}
      <select
        className="input"
        aria-label={t.operator}
        value={condition.op}
        onChange={(event) => {
          onChange({ ...condition, op: event.target.value });
        }}
      >
        {operatorsOf[field.kind].map((op) => (
          <option key={op} value={op}>
            {wordFor(t.operators, op)}
          </option>
        ))}
      </select>
      <ConditionValue condition={condition} onChange={onChange} />
    </>
  );
}
