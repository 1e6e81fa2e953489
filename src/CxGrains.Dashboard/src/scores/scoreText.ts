import type { CesView, CsatView, NpsView, RatingView, SurveyMetric } from "../api/views";
import { fixed, margin, percent, percentRange } from "../format/numbers";

/** A score as it is shown: the value and, beside it, how sure it is. */
export interface ScoreText {
  readonly value: string;
  /** Empty where there are too few answers to tell. */
  readonly uncertainty: string;
}

export function npsText(nps: NpsView): ScoreText | undefined {
  return nps.status === "ok" && nps.score !== undefined
    ? { value: fixed(nps.score, 1), uncertainty: optionalMargin(nps.marginOfError, 1) }
    : undefined;
}

export function csatText(csat: CsatView): ScoreText | undefined {
  return csat.status === "ok" && csat.score !== undefined
    ? { value: percent(csat.score), uncertainty: optionalRange(csat.low, csat.high) }
    : undefined;
}

export function cesText(ces: CesView): ScoreText | undefined {
  if (ces.status !== "ok" || ces.score === undefined) {
    return undefined;
  }

  return ces.method === "agree"
    ? { value: percent(ces.score), uncertainty: optionalRange(ces.low, ces.high) }
    : { value: fixed(ces.score, 2), uncertainty: optionalMargin(ces.marginOfError, 2) };
}

export function ratingText(rating: RatingView): ScoreText | undefined {
  return rating.status === "ok" && rating.score !== undefined
    ? { value: fixed(rating.score, 2), uncertainty: optionalMargin(rating.marginOfError, 2) }
    : undefined;
}

/** A score of a metric in its own unit: NPS points, CSAT percent, CES and rating mean. */
export function metricScore(metric: SurveyMetric, score: number): string {
  switch (metric) {
    case "nps":
      return fixed(score, 1);
    case "csat":
      return percent(score);
    case "ces":
    case "rating":
      return fixed(score, 2);
  }
}

/** Decimals of a metric's changes. */
export const decimalsOf = (metric: SurveyMetric): number => (metric === "ces" || metric === "rating" ? 2 : 1);

function optionalMargin(value: number | undefined, decimals: number): string {
  return value === undefined ? "" : margin(value, decimals);
}

function optionalRange(low: number | undefined, high: number | undefined): string {
  return low === undefined || high === undefined ? "" : percentRange(low, high);
}
