import { FieldProblem } from "./FieldProblem";
import { isOf, type FormProblem } from "./formProblem";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly field: string;
  readonly problem: FormProblem | undefined;
  readonly hint?: string;
  readonly type?: "text" | "time" | "password";
  readonly autoComplete?: "off" | "new-password";
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A text to type. */
export function TextField({
  label,
  value,
  field,
  problem,
  hint,
  type = "text",
  autoComplete,
  disabled = false,
  onChange,
}: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={type}
        autoComplete={autoComplete}
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
