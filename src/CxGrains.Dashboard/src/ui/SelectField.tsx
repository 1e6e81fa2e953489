import { FieldProblem } from "./FieldProblem";
import { isOf, type FormProblem } from "./formProblem";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly field: string;
  readonly problem: FormProblem | undefined;
  readonly onChange: (value: T) => void;
}

/** One of a few; one that is no longer there stays to be seen. */
export function SelectField<T extends string>({ label, value, options, field, problem, onChange }: Props<T>) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="input"
        value={value}
        aria-invalid={isOf(problem, field)}
        onChange={(event) => {
          onChange(event.target.value as T);
        }}
      >
        {options.every((option) => option.value !== value) && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <FieldProblem problem={problem} field={field} />
    </label>
  );
}
