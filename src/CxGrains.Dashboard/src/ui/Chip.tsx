import type { ReactNode } from "react";
import type { Tone } from "./tone";

interface Props {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Chip({ tone = "plain", title, children }: Props) {
  return (
    <span className={`chip tone-${tone}`} title={title}>
      {children}
    </span>
  );
}
