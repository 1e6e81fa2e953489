import type { CalibrationPoint } from "../api/modelView";

/** A bin with fewer predictions says little. */
export const fewMax = 20;

/** A bin as it is drawn: shares of the picture's width and height, from its lower start. */
export interface CalibrationDot {
  readonly x: number;
  readonly y: number;
  /** 0 to 1 of the largest dot; the area goes with the count. */
  readonly size: number;
  /** 0 to 1 of the tallest bar; with the count's logarithm, so that a bin of ten stays in sight beside one of thousands. */
  readonly bar: number;
  readonly isFew: boolean;
}

/** Where each bin stands in the picture. */
export function calibrationDots(calibration: readonly CalibrationPoint[]): CalibrationDot[] {
  const largest = Math.max(1, ...calibration.map((point) => point.count));
  return calibration.map(({ predicted, observed, count }) => ({
    x: predicted,
    y: observed,
    size: Math.sqrt(count / largest),
    bar: Math.log1p(count) / Math.log1p(largest),
    isFew: count < fewMax,
  }));
}
