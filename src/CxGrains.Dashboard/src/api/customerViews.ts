import type { ConsentView } from "./privacy";
import type { PurchasesView, RiskBand, ScoreStatus, SurveyMetric } from "./views";

// A customer's views, and those of lists of customers; views.ts says how they are written.

export type CustomerSort = "risk" | "lastSeen" | "engagement" | "value" | "name";

/** What a churn probability comes from: a stated prior, or a model learned from the workspace's own outcomes. */
export type ChurnSource = "prior" | "model";

export interface ChurnDriver {
  /** `other` stands for all that is not listed. */
  readonly factor: string;
  /** Signed part of the log-odds against the average customer; positive raises the risk. */
  readonly contribution: number;
  readonly text: string;
}

export interface ChurnView {
  readonly status: ScoreStatus;
  /** 0 to 1. */
  readonly probability?: number;
  readonly band: RiskBand;
  readonly since?: string;
  readonly alreadySo: boolean;
  readonly why?: string;
  /** Absent in lists, like all that follow. */
  readonly source?: ChurnSource;
  /** Outcomes that it was learned from; 0 for the prior. */
  readonly outcomes?: number;
  /** Absent for the prior, which says whether the customer has left for good. */
  readonly horizonDays?: number;
  /** The average customer's probability, 0 to 1. */
  readonly baseline?: number;
  /** The five strongest first, then `other`; they sum to the difference from the baseline. */
  readonly drivers?: readonly ChurnDriver[];
}

export type HealthMeasure = "usage" | "satisfaction" | "support" | "value" | "relationship";

export interface HealthMeasureView {
  readonly name: HealthMeasure;
  readonly status: ScoreStatus;
  /** 0 to 100. */
  readonly value?: number;
  /** Percent of the score; 0 where the measure is not known. */
  readonly weight: number;
  /** Points of the score; they sum to it. */
  readonly points: number;
  readonly trend?: "steady" | "up" | "down";
  /** Points of the change since the week's start; they sum to it. */
  readonly change?: number;
}

export interface HealthView {
  readonly status: ScoreStatus;
  /** 0 to 100. */
  readonly score?: number;
  readonly known: number;
  /** The start of this UTC week. */
  readonly since: string;
  readonly changeSinceLastWeek?: number;
  readonly measures: readonly HealthMeasureView[];
}

export interface BuyingView {
  readonly status: ScoreStatus;
  /** 0 to 1; 1 of who bought once. */
  readonly aliveProbability?: number;
  readonly expectedPurchases?: number;
  readonly lifetimeValue?: number;
  readonly horizonDays: number;
  readonly fittedToCustomers?: number;
  readonly fittedAt?: string;
}

export type AdvocacyStatus = "notEnoughData" | "detractor" | "passive" | "promoter" | "advocate";

export interface AdvocacyView {
  readonly status: AdvocacyStatus;
  readonly referrals: number;
  readonly lastReferral?: string;
  readonly reviews: number;
  readonly lastReview?: string;
  readonly testimonial: {
    readonly mayAsk: boolean;
    readonly reason: string;
    readonly comment?: string;
    readonly at?: string;
  };
}

export type TicketOutcome = "open" | "met" | "breached";

export interface TicketView {
  readonly id?: string;
  readonly channel?: string;
  readonly openedAt: string;
  readonly firstReplyAt?: string;
  readonly firstReplyDue?: string;
  readonly firstReply?: TicketOutcome;
  readonly resolutionDue?: string;
  readonly resolution?: TicketOutcome;
  readonly isOverdue: boolean;
}

export interface EngagementDriver {
  readonly kind: string;
  readonly points: number;
  readonly count: number;
}

export interface EngagementView {
  readonly status: ScoreStatus;
  /** 0 to 100. */
  readonly score?: number;
  readonly drivers?: readonly EngagementDriver[];
}

export interface CustomerRow {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly account?: string;
  readonly lastSeen: string;
  readonly engagement: EngagementView;
  readonly churn: ChurnView;
  readonly value: number;
  readonly segments: readonly string[];
}

export interface CustomerPage {
  readonly total: number;
  readonly customers: readonly CustomerRow[];
  readonly next?: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly type: string;
  readonly channel?: string;
  readonly touchpoint?: string;
  readonly value?: number;
  readonly currency?: string;
  readonly label?: string;
}

export interface AnswerView {
  readonly survey: string;
  readonly metric: SurveyMetric;
  readonly score: number;
  readonly scale: number;
  readonly category?: string;
  readonly at: string;
  readonly comment?: string;
  readonly channel?: string;
  readonly touchpoint?: string;
  readonly revision: number;
}

export interface BandChangeView {
  readonly at: string;
  readonly from: RiskBand;
  readonly to: RiskBand;
  readonly alreadySo: boolean;
}

export interface CustomerView {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly account?: string;
  /** False for a customer that does not consent to analytics: it is only counted. */
  readonly profiled: boolean;
  readonly consents: readonly ConsentView[];
  readonly traits: Readonly<Record<string, string | number | boolean>>;
  readonly asOf: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly interactions: number;
  readonly channels: Readonly<Record<string, number>>;
  readonly engagement: EngagementView;
  readonly churn: ChurnView;
  readonly purchases: PurchasesView;
  readonly health: HealthView;
  readonly buying: BuyingView;
  readonly advocacy: AdvocacyView;
  readonly loyaltyTier?: string;
  readonly answers: readonly AnswerView[];
  readonly timeline: readonly TimelineEntry[];
  readonly segments: readonly string[];
  /** Open tickets, the overdue first. */
  readonly tickets: readonly TicketView[];
  readonly bandChanges: readonly BandChangeView[];
}
