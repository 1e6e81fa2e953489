import { memo } from "react";
import type { Tone } from "./tone";

interface Props {
  /** One value a step; undefined where there is none: the line stops there. */
  readonly values: readonly (number | undefined)[];
  readonly tone?: Tone;
}

const width = 200;
const height = 34;

/** A small line without axes beside a number that stands in words. */
export const Sparkline = memo(function Sparkline({ values, tone = "accent" }: Props) {
  return (
    <svg
      className={`sparkline stroke-${tone}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={pathOf(values)} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
});

function pathOf(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  const step = width / Math.max(1, values.length - 1);
  let pen = "M";
  let path = "";
  values.forEach((value, index) => {
    if (value === undefined) {
      pen = "M";
      return;
    }

    const y = known.length === 1 ? height / 2 : height - 2 - ((value - low) / range) * (height - 4);
    // A dot is drawn for a value that stands alone.
    path += `${pen}${(index * step).toFixed(1)} ${y.toFixed(1)}${pen === "M" ? "h0.01" : ""}`;
    pen = "L";
  });
  return path;
}
