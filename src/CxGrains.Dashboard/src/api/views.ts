import type { ConsentView } from "./privacy";

// The views as the server writes them: camelCase, what is unknown is absent, never null.

export type ScoreStatus = "ok" | "notEnoughData";
export type RiskBand = "low" | "medium" | "high" | "notEnoughData";
export type SurveyMetric = "nps" | "csat" | "ces" | "rating";
export type CustomerSort = "risk" | "lastSeen" | "engagement" | "value" | "name";

export interface NpsView {
  readonly status: ScoreStatus;
  readonly responses: number;
  readonly score?: number;
  readonly marginOfError?: number;
  readonly promoters?: number;
  readonly passives?: number;
  readonly detractors?: number;
}

export interface CsatView {
  readonly status: ScoreStatus;
  readonly responses: number;
  /** Percent, 0 to 100, like `low` and `high`. */
  readonly score?: number;
  readonly low?: number;
  readonly high?: number;
  readonly satisfied?: number;
}

export interface CesView {
  readonly status: ScoreStatus;
  readonly responses: number;
  /** `mean` gives 1 to 7, `agree` the percent of answers from 5 to 7. */
  readonly method: "mean" | "agree";
  readonly score?: number;
  readonly marginOfError?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface RatingView {
  readonly status: ScoreStatus;
  readonly responses: number;
  readonly score?: number;
  readonly marginOfError?: number;
}

export interface ResponseRateView {
  readonly status: ScoreStatus;
  readonly sent: number;
  readonly responses: number;
  /** 0 to 100. */
  readonly percent?: number;
}

export interface RiskCounts {
  readonly low: number;
  readonly medium: number;
  readonly high: number;
  readonly notEnoughData: number;
}

export interface PurchasesView {
  readonly count: number;
  readonly total: number;
  /** By ISO 4217 code; amounts without one under "". */
  readonly byCurrency: Readonly<Record<string, number>>;
}

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

export interface TrendPoint {
  readonly score: number;
  readonly low?: number;
  readonly high?: number;
  readonly responses: number;
}

/** By ISO date; days without answers are absent. */
export type Trend = Readonly<Record<string, TrendPoint>>;

export interface BreakdownRow {
  readonly name: string;
  readonly responses: number;
  readonly score?: number;
}

export interface CommentView {
  readonly customer: string;
  readonly name?: string;
  readonly at: string;
  readonly score: number;
  readonly category?: string;
  readonly text: string;
  readonly channel?: string;
}

export interface SurveySummary {
  readonly id: string;
  readonly name: string;
  readonly metric: SurveyMetric;
  readonly scale: number;
  readonly responses: number;
}

export interface SurveyView {
  readonly id: string;
  readonly name: string;
  readonly metric: SurveyMetric;
  readonly scale: number;
  readonly asOf: string;
  readonly windowDays: number;
  readonly responses: number;
  readonly responsesAllTime: number;
  readonly nps?: NpsView;
  readonly csat?: CsatView;
  readonly ces?: CesView;
  readonly rating?: RatingView;
  readonly responseRate: ResponseRateView;
  readonly histogram: Readonly<Record<string, number>>;
  readonly trend: Trend;
  readonly channels: readonly BreakdownRow[];
  readonly touchpoints: readonly BreakdownRow[];
  readonly comments: readonly CommentView[];
}

export interface SegmentSummary {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** 0 to 1; 1 when done. */
  readonly progress: number;
}

export interface SegmentView {
  readonly id: string;
  readonly name: string;
  readonly rule: unknown;
  readonly asOf: string;
  readonly members: number;
  readonly progress: number;
  readonly nps: NpsView;
  readonly csat: CsatView;
  readonly ces: CesView;
  /** Of those who are members now, each one's latest answer on the day it was given. */
  readonly trend: { readonly nps: Trend; readonly csat: Trend; readonly ces: Trend };
  readonly risk: RiskCounts;
  readonly purchases: PurchasesView;
}

export interface FeedEntry {
  readonly id: string;
  readonly customer: string;
  readonly name?: string;
  readonly received: string;
  readonly entry: TimelineEntry;
  readonly category?: string;
}

export interface WorkspaceView {
  readonly id: string;
  readonly name: string;
  readonly asOf: string;
  readonly customers: number;
  readonly interactions: number;
  readonly interactionsPerSecond: number;
  readonly nps: NpsView;
  readonly csat: CsatView;
  readonly ces: CesView;
  readonly risk: RiskCounts;
  readonly atRisk: number;
  readonly alerts: { readonly open: number; readonly alreadySo: number };
  readonly purchases: PurchasesView;
  readonly trend: { readonly nps: Trend; readonly csat: Trend; readonly ces: Trend };
  readonly atRiskCustomers: readonly CustomerRow[];
  readonly feed: readonly FeedEntry[];
  readonly surveys: readonly SurveySummary[];
  readonly segments: readonly SegmentSummary[];
}

export type Role = "viewer" | "agent" | "manager" | "administrator";

/** What a key or a user may do; `admin` includes the others. */
export type Scope = "ingest" | "read" | "handle" | "manage" | "admin";

export interface Session {
  readonly workspace: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Whether the page signed itself in. */
  readonly demo: boolean;
  /** Absent where a key was signed in with. */
  readonly user?: SessionUser;
  /** The one page that may be seen, where a wall link was opened. */
  readonly wall?: SessionWall;
}

export interface SessionWall {
  readonly name: string;
  readonly segment?: string;
  readonly window?: string;
}

export interface SessionUser {
  /** What they sign in with. */
  readonly name: string;
  /** What others see. */
  readonly shownName: string;
  readonly role: Role;
}
