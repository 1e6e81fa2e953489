import type { SurveyView } from "../api/views";
import { cesText, csatText, npsText, ratingText, type ScoreText } from "../scores/scoreText";
import { texts } from "../texts";

/** A survey's own score. */
export function surveyScore(view: SurveyView): ScoreText | undefined {
  const { nps, csat, ces, rating } = view;
  return (nps && npsText(nps)) ?? (csat && csatText(csat)) ?? (ces && cesText(ces)) ?? (rating && ratingText(rating));
}

/** How the score is made, in words. */
export function surveyMethod(view: SurveyView): string {
  switch (view.metric) {
    case "nps":
      return texts.scaleOf(view.metric, view.scale);
    case "csat":
      return `${texts.score.topTwo}, ${texts.scaleOf(view.metric, view.scale)}`;
    case "ces":
      return texts.score.cesMethod[view.ces?.method ?? "mean"];
    case "rating":
      return texts.score.meanOf(texts.scaleOf(view.metric, view.scale));
  }
}
