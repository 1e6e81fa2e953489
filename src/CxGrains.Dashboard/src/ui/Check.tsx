import { useId } from "react";

interface Props {
  readonly label: string;
  /** What it means that it is so. */
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is so or not. */
export function Check({ label, hint, checked, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className="check-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
