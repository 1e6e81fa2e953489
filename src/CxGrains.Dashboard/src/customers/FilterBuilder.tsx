import { useState } from "react";
import { RuleRows } from "../segments/RuleRows";
import { listFields, listTraits, parsedRule, toRule, toSimple, type SimpleRule } from "../segments/rule";
import { ruleWords } from "../segments/ruleWords";
import { texts } from "../texts";

interface Props {
  /** The rule in force as JSON; empty for none. */
  readonly rule: string;
  readonly onChange: (rule: string) => void;
}

const fields = { names: listFields, traits: listTraits };
const fresh: SimpleRule = { match: "all", conditions: [{ field: "churn.band", op: "eq", value: "high" }] };

/** Conditions as a segment has them, for this list only. They hold once they are applied, and stand in the page's address. */
export function FilterBuilder({ rule, onChange }: Props) {
  const t = texts.customers;
  const inForce = parsedRule(rule);
  const [rows, setRows] = useState<SimpleRule | undefined>(() => (inForce === undefined ? fresh : toSimple(inForce)));
  return (
    <form
      className="card form filter-builder"
      aria-label={t.conditions}
      onSubmit={(event) => {
        event.preventDefault();
        if (rows !== undefined) {
          onChange(JSON.stringify(toRule(rows)));
        }
      }}
    >
      {rows === undefined ? (
        <p className="rule-words">{ruleWords(inForce)}</p>
      ) : (
        <RuleRows rule={rows} onChange={setRows} problem={undefined} fields={fields} match={t.match} />
      )}
      <p className="field-hint">{t.conditionsHint}</p>
      <div className="form-actions">
        {rows !== undefined && (
          <button type="submit" className="button primary">
            {t.apply}
          </button>
        )}
        {rule !== "" && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setRows(fresh);
              onChange("");
            }}
          >
            {t.clear}
          </button>
        )}
      </div>
    </form>
  );
}
