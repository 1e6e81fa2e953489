import type { CesView, CsatView, ScoreStatus, TrendPoint } from "./views";

// What stands behind the scores, as the server writes it: what is unknown is absent, never null.

/** How many of some things had something. */
export interface RateView {
  readonly status: ScoreStatus;
  /** 0 to 100. */
  readonly percent?: number;
  readonly count: number;
  readonly of: number;
}

export interface PerSessionView {
  readonly status: ScoreStatus;
  readonly perSession?: number;
  readonly total: number;
  readonly sessions: number;
}

export interface ChangeView {
  readonly status: ScoreStatus;
  readonly now?: TrendPoint;
  readonly before?: TrendPoint;
  readonly difference?: number;
  /** Half the width of the difference's 95 % interval. */
  readonly marginOfError?: number;
  readonly p?: number;
  readonly isReal?: boolean;
  readonly words: string;
}

export interface ResponseTimeView {
  readonly status: ScoreStatus;
  readonly count: number;
  readonly p50Minutes?: number;
  readonly p90Minutes?: number;
  readonly p95Minutes?: number;
  readonly withinTarget: RateView;
  readonly breaches: number;
}

export interface TicketsView {
  readonly open: {
    readonly total: number;
    readonly waiting: number;
    readonly answered: number;
    readonly overdue: number;
  };
  readonly opened: number;
  readonly unopened: number;
  readonly unassigned: number;
  readonly firstReply: ResponseTimeView;
  readonly resolution: ResponseTimeView;
  readonly channels?: readonly { readonly name: string; readonly tickets: TicketsView }[];
}

export interface ChannelView {
  readonly name: string;
  /** What never happened is absent. */
  readonly counts: Readonly<Record<string, number>>;
  readonly openRate: RateView;
  readonly clickThroughRate: RateView;
  readonly responseRate: RateView;
  readonly emptySearchRate: RateView;
  readonly goalCompletionRate: RateView;
  readonly pages: PerSessionView;
  readonly secondsOnSite: PerSessionView;
  readonly conversion: PerSessionView;
}

export interface StageView {
  readonly id: string;
  readonly name: string;
  /** Always `movedOn`, `dropped` and `inIt` together. */
  readonly entered: number;
  readonly movedOn: number;
  readonly dropped: number;
  readonly inIt: number;
  readonly inItNow: number;
  readonly dropPercent?: number;
  readonly timeInStage: {
    readonly status: ScoreStatus;
    readonly count: number;
    readonly p50Hours?: number;
    readonly p90Hours?: number;
  };
  readonly csat: CsatView;
  readonly ces: CesView;
  readonly pain: number;
}

export interface JourneyView {
  readonly id: string;
  readonly name: string;
  readonly dropDays: number;
  readonly entered: number;
  readonly finished: number;
  readonly stages: readonly StageView[];
  readonly hurtsMost: { readonly status: ScoreStatus; readonly stage?: string; readonly words: string };
}

export type GoalMetric = "nps" | "csat" | "ces" | "rating" | "responseRate" | "atRiskPercent" | "customers" | "revenue";

export type OnTrack = "yes" | "no" | "uncertain";

export interface GoalView {
  readonly id: string;
  readonly name: string;
  readonly metric: GoalMetric;
  readonly survey?: string;
  readonly segment?: string;
  readonly target: number;
  /** ISO dates, UTC. */
  readonly from: string;
  readonly by: string;
  readonly status: ScoreStatus;
  readonly start?: number;
  readonly value?: number;
  readonly marginOfError?: number;
  readonly expected?: number;
  /** 0 at the start, 1 at the target; below and beyond are possible. */
  readonly progress?: number;
  readonly pacePerWeek?: number;
  readonly neededPerWeek?: number;
  readonly onTrack: OnTrack;
  readonly words: string;
}

export interface PopulationAdvocacyView {
  readonly status: ScoreStatus;
  readonly customers: number;
  readonly promoters: number;
  readonly advocates: number;
  readonly referrers: number;
  /** Percent, like its interval. */
  readonly referralRate?: number;
  readonly referralRateLow?: number;
  readonly referralRateHigh?: number;
}

export interface InsightsView {
  readonly segment?: string;
  readonly asOf: string;
  readonly windowDays: number;
  readonly tickets: TicketsView;
  readonly changes: { readonly nps: ChangeView; readonly csat: ChangeView; readonly ces: ChangeView };
  readonly journeys: readonly JourneyView[];
  readonly goals: readonly GoalView[];
  readonly channels: readonly ChannelView[];
  readonly advocacy: PopulationAdvocacyView;
}
