import { FieldProblem } from "../ui/FieldProblem";
import { isOf, type FormProblem } from "../ui/formProblem";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly field: string;
  readonly problem: FormProblem | undefined;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A number to type. It is kept as typed, so that what is no number can be told about. */
export function NumberField({ label, value, field, problem, hint, onChange }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        inputMode="decimal"
        value={value}
        aria-invalid={isOf(problem, field)}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <FieldProblem problem={problem} field={field} {...(hint !== undefined && { hint })} />
    </label>
  );
}
