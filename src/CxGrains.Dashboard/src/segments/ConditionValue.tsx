import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { fieldOf, type Condition } from "./rule";

interface Props {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** The value a field is compared with: a choice where there are few, a box otherwise. */
export function ConditionValue({ condition, onChange }: Props) {
  const t = texts.segments;
  const { kind, words } = fieldOf(condition.field);
  const isMany = condition.op === "in";
  const choices =
    condition.op === "exists"
      ? [
          ["true", t.yes],
          ["false", t.no],
        ]
      : isMany
        ? undefined
        : words?.map((word) => [word, wordFor(texts.categories, word)]);
  const label = isMany ? t.values : t.value;
  if (choices === undefined) {
    return (
      <input
        className="input"
        aria-label={label}
        placeholder={label}
        inputMode={kind === "number" && !isMany ? "decimal" : "text"}
        value={condition.value}
        required
        onChange={(event) => {
          onChange({ ...condition, value: event.target.value });
        }}
      />
    );
  }

  return (
    <select
      className="input"
      aria-label={label}
      value={condition.value === "" ? choices[0]?.[0] : condition.value}
      onChange={(event) => {
        onChange({ ...condition, value: event.target.value });
      }}
    >
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
