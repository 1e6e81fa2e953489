import { count, share } from "../format/numbers";
import type { Tone } from "./tone";

export interface Part {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
}

interface Props {
  readonly parts: readonly Part[];
  readonly label: string;
  /** A bar without its legend, where the numbers stand elsewhere. */
  readonly bare?: boolean;
}

/** Parts of a whole as one bar, with a legend that has the numbers. */
export function StackedBar({ parts, label, bare = false }: Props) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <div role="group" aria-label={label}>
      <div className="stacked" aria-hidden="true">
        {parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <span key={part.label} className={`fill-${part.tone}`} style={{ flexGrow: part.value }} />
          ))}
      </div>
      {!bare && (
        <ul className="legend">
          {parts.map((part) => (
            <li key={part.label}>
              <i className={`fill-${part.tone}`} aria-hidden="true" />
              {part.label} <b>{share(part.value, whole)}</b> <span className="faint">{count(part.value)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
