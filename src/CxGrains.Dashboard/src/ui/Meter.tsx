import type { Tone } from "./tone";

interface Props {
  /** 0 to 1. */
  readonly share: number;
  readonly tone: Tone;
}

/** A bar beside a number that says the same; hidden from screen readers. */
export function Meter({ share, tone }: Props) {
  return (
    <span className="meter" aria-hidden="true">
      <i className={`fill-${tone}`} style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
  );
}
