import type { SurveyMetric } from "../api/views";

/** Which comments; empty texts for all. */
export interface CommentsFilter {
  readonly category: string;
  readonly channel: string;
  readonly q: string;
}

export const allComments: CommentsFilter = { category: "", channel: "", q: "" };

/** What an answer to a survey of a metric may be called. */
export const categoriesOf: Readonly<Record<SurveyMetric, readonly string[]>> = {
  nps: ["promoter", "passive", "detractor"],
  csat: ["satisfied", "unsatisfied"],
  ces: ["easy", "neutral", "hard"],
  rating: [],
};

/** Where the comments are; undefined without a filter, as the survey itself has the newest. */
export function commentsPath(survey: string, days: number, filter: CommentsFilter): string | undefined {
  const wanted = Object.entries(filter).filter(([, value]) => value !== "");
  if (wanted.length === 0) {
    return undefined;
  }

  const params = new URLSearchParams([["window", `${days}d`], ...wanted, ["limit", "200"]] as [string, string][]);
  return `surveys/${encodeURIComponent(survey)}/comments?${params.toString()}`;
}
