import { useEffect, useEffectEvent, useState } from "react";
import { texts } from "../texts";
import { useDebounced } from "./useDebounced";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A search that waits for the end of a word before it asks the server. Another address gives it another `key`. */
export function SearchBox({ value, onChange }: Props) {
  const [text, setText] = useState(value);
  const settled = useDebounced(text, 250);
  const report = useEffectEvent((next: string) => {
    if (next !== value) {
      onChange(next);
    }
  });
  useEffect(() => {
    report(settled.trim());
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
