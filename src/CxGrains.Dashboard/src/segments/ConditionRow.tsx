import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { ConditionValue } from "./ConditionValue";
import { fieldOf, firstOperatorOf, operatorsOf, ruleFields, traitPrefix, type Condition } from "./rule";

/** What a rule may ask for, where that is less than all. */
export interface RuleFieldChoice {
  readonly names: readonly string[];
  readonly traits: readonly string[];
}

interface Props {
  readonly condition: Condition;
  readonly fields?: RuleFieldChoice;
  readonly onChange: (condition: Condition) => void;
}

/** One condition: a field, a comparison, a value. */
export function ConditionRow({ condition, fields, onChange }: Props) {
  const t = texts.segments;
  const isTrait = condition.field.startsWith(traitPrefix);
  const isListed = isTrait && fields?.traits.includes(condition.field.slice(traitPrefix.length)) === true;
  const field = fieldOf(condition.field);

  const changeField = (name: string) => {
    const next = fieldOf(name);
    const op = next.kind === field.kind ? condition.op : firstOperatorOf(next.kind);
    const value = next.kind === field.kind && next.kind !== "word" ? condition.value : (next.words?.[0] ?? "");
    onChange({ field: name, op, value });
  };

  return (
    <>
      <select
        className="input"
        aria-label={t.field}
        value={isTrait && !isListed ? traitPrefix : condition.field}
        onChange={(event) => {
          changeField(event.target.value);
        }}
      >
        {fields === undefined && <option value={traitPrefix}>{t.trait}</option>}
        {(fields?.names ?? Object.keys(ruleFields)).map((name) => (
          <option key={name} value={name}>
            {wordFor(t.fields, name)}
          </option>
        ))}
        {fields?.traits.map((name) => (
          <option key={name} value={traitPrefix + name}>
            {t.traitField(name)}
          </option>
        ))}
      </select>
      {isTrait && !isListed && (
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
