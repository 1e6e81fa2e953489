import { useState } from "react";
import { texts } from "../texts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly isWrong: boolean;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

/** A key or a password to type, hidden until one asks to see it. */
export function SecretInput({ id, label, value, autoComplete, isWrong, describedBy, autoFocus, onChange }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="key-row">
        <input
          id={id}
          className="input"
          type={isShown ? "text" : "password"}
          dir="ltr"
          autoComplete={autoComplete}
          spellCheck={false}
          autoFocus={autoFocus}
          value={value}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
        <button
          type="button"
          className="button"
          aria-pressed={isShown}
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? texts.session.hide : texts.session.show}
        </button>
      </div>
    </>
  );
}
