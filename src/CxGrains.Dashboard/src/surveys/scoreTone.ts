import type { SurveyMetric } from "../api/views";
import type { Tone } from "../ui/tone";

/** The meaning of one score, for the colour of its bar: the same cuts that make promoters, top-2-box and easy. */
export function scoreTone(metric: SurveyMetric, score: number, scale: number): Tone {
  switch (metric) {
    case "nps":
      return score >= 9 ? "good" : score >= 7 ? "plain" : "bad";
    case "csat":
      return score > scale - 2 ? "good" : "plain";
    case "ces":
      return score >= 5 ? "good" : score === 4 ? "plain" : "bad";
    case "rating":
      return "accent";
  }
}
