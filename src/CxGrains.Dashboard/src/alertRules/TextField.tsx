import { FieldProblem } from "../ui/FieldProblem";
import { isOf, type FormProblem } from "../ui/formProblem";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly field: string;
  readonly problem: FormProblem | undefined;
  readonly hint?: string;
  readonly type?: "text" | "time";
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A text to type. */
export function TextField({ label, value, field, problem, hint, type = "text", disabled = false, onChange }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={type}
        value={value}
        disabled={disabled}
        aria-invalid={isOf(problem, field)}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <FieldProblem problem={problem} field={field} {...(hint !== undefined && { hint })} />
    </label>
  );
}
