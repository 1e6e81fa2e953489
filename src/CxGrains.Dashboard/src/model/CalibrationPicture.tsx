import type { CalibrationPoint } from "../api/modelView";
import { count, percent, short } from "../format/numbers";
import { modelTexts as t } from "../texts";
import { calibrationDots } from "./calibrationDots";

const side = 300;
const barsTop = 330;
const barsHeight = 40;
const left = 44;
const dotMax = 9;
const dotMin = 3.5;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Predicted against observed with the line of perfection, and below how many predictions each bin holds. */
export function CalibrationPicture({ calibration }: { readonly calibration: readonly CalibrationPoint[] }) {
  const dots = calibrationDots(calibration);
  const x = (share: number) => left + share * side;
  const y = (share: number) => 8 + (1 - share) * side;
  const label = calibration
    .map((point) => t.bin(percent(point.predicted * 100), percent(point.observed * 100), count(point.count)))
    .join("; ");
  return (
    // Probability runs from left to right in every language.
    <svg
      className="calibration"
      viewBox={`0 0 ${left + side + 14} ${barsTop + barsHeight + 34}`}
      role="img"
      aria-label={label}
      direction="ltr"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {percent(tick * 100)}
          </text>
          <text x={x(tick)} y={barsTop + barsHeight + 14} textAnchor="middle">
            {percent(tick * 100)}
          </text>
        </g>
      ))}
      <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {dots.map((dot, index) => (
        <g key={calibration[index]?.predicted}>
          <title>{labelOf(calibration[index])}</title>
          <line
            className={dot.y > dot.x ? "miss miss-above" : "miss"}
            x1={x(dot.x)}
            x2={x(dot.x)}
            y1={y(dot.x)}
            y2={y(dot.y)}
          />
          <circle
            className={dot.isFew ? "dot dot-few" : "dot"}
            cx={x(dot.x)}
            cy={y(dot.y)}
            r={Math.max(dotMin, dot.size * dotMax)}
          />
          <rect
            className="bin"
            x={x(dot.x) - 9}
            width={18}
            y={barsTop + barsHeight * (1 - dot.bar)}
            height={barsHeight * dot.bar}
          />
          <text className="bin-count" x={x(dot.x)} y={barsTop + barsHeight * (1 - dot.bar) - 3} textAnchor="middle">
            {short(calibration[index]?.count ?? 0)}
          </text>
        </g>
      ))}
      <text className="axis" x={x(0.5)} y={barsTop + barsHeight + 29} textAnchor="middle">
        {t.predicted}
      </text>
      <text className="axis" transform={`translate(10 ${y(0.5)}) rotate(-90)`} textAnchor="middle">
        {t.observed}
      </text>
    </svg>
  );
}

const labelOf = (point: CalibrationPoint | undefined): string =>
  point === undefined ? "" : t.bin(percent(point.predicted * 100), percent(point.observed * 100), count(point.count));
