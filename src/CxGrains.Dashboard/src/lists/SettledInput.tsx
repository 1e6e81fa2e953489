import { useEffect, useEffectEvent, useState } from "react";
import { useDebounced } from "./useDebounced";

interface Props {
  readonly label: string;
  readonly className: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that waits for the end of a word before it asks the server. */
export function SettledInput({ label, className, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const settled = useDebounced(text, 250).trim();

  // Another value than the one typed here came from elsewhere, such as the browser's back.
  if (value !== known) {
    setKnown(value);
    if (value !== settled) {
      setText(value);
    }
  }

  const report = useEffectEvent((next: string) => {
    if (next !== value && next === text.trim()) {
      onChange(next);
    }
  });
  useEffect(() => {
    report(settled);
  }, [settled]);

  return (
    <input
      className={className}
      type="search"
      placeholder={label}
      aria-label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
    />
  );
}
