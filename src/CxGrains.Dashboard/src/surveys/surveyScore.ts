import type { SurveyMetric, SurveyView } from "../api/views";
import { count } from "../format/numbers";
import { cesText, csatText, npsText, ratingText, type ScoreText } from "../scores/scoreText";
import { texts } from "../texts";

/** A survey's own score. */
export function surveyScore(view: SurveyView): ScoreText | undefined {
  const { nps, csat, ces, rating } = view;
  return (nps && npsText(nps)) ?? (csat && csatText(csat)) ?? (ces && cesText(ces)) ?? (rating && ratingText(rating));
}

/** From the least to the most that can be answered. */
export const scaleText = (metric: SurveyMetric, scale: number): string =>
  metric === "nps" ? texts.span(count(0), count(10)) : texts.span(count(1), count(scale));

/** How the score is made, in words. */
export function surveyMethod(view: SurveyView): string {
  switch (view.metric) {
    case "nps":
      return scaleText(view.metric, view.scale);
    case "csat":
      return `${texts.score.topTwo}, ${scaleText(view.metric, view.scale)}`;
    case "ces":
      return texts.score.cesMethod[view.ces?.method ?? "mean"];
    case "rating":
      return texts.score.meanOf(scaleText(view.metric, view.scale));
  }
}
