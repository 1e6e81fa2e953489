import { texts } from "../texts";
import type { FormProblem } from "../ui/formProblem";

interface Props {
  readonly json: string;
  readonly onChange: (json: string) => void;
  readonly onRows: () => void;
  readonly problem: FormProblem | undefined;
}

/** The rule as it is sent. */
export function RuleJson({ json, onChange, onRows, problem }: Props) {
  const t = texts.segments;
  const isMine = problem?.field?.startsWith("rule") === true;
  return (
    <fieldset className="rule">
      <legend>{t.rule}</legend>
      <textarea
        className="input code"
        dir="ltr"
        rows={14}
        spellCheck={false}
        aria-label={t.asJson}
        aria-invalid={isMine}
        value={json}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p className={isMine ? "field-problem" : "field-hint"} role={isMine ? "alert" : undefined}>
        {isMine ? `${problem.field}: ${problem.message}` : t.jsonHint}
      </p>
      <button type="button" className="button" onClick={onRows}>
        {t.asRows}
      </button>
    </fieldset>
  );
}
