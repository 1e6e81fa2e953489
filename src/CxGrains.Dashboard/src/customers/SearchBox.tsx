import { useEffect, useEffectEvent, useState } from "react";
import { texts } from "../texts";
import { useDebounced } from "./useDebounced";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A search that waits for the end of a word before it asks the server. */
export function SearchBox({ value, onChange }: Props) {
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
      className="input search"
      type="search"
      placeholder={texts.customers.search}
      aria-label={texts.customers.search}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
    />
  );
}
