import type { ChangeView } from "./insightsViews";
import type { CommentView, SurveyMetric, TrendPoint } from "./views";

/** How many customers belong to two segments. */
export interface SegmentOverlap {
  readonly first: string;
  readonly second: string;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly customers: number;
}

export interface Compared {
  readonly segment?: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
}

/** A survey's score held against another. */
export interface Comparison {
  readonly survey: string;
  readonly metric: SurveyMetric;
  readonly basis: "allAnswers" | "latestOfMembers";
  readonly first: Compared;
  readonly second: Compared;
  /** The first as now, the second as before. */
  readonly change: ChangeView;
}

export interface SurveySegments {
  readonly survey: string;
  readonly metric: SurveyMetric;
  readonly windowDays: number;
  readonly segments: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: number;
    readonly score?: TrendPoint;
  }[];
}

/** Comments that match a filter. */
export interface FoundComments {
  readonly survey: string;
  readonly total: number;
  /** False where older comments of the window are not kept any more. */
  readonly isComplete: boolean;
  readonly comments: readonly CommentView[];
}
