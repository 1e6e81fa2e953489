import type { CustomerRow, TimelineEntry } from "./customerViews";

// The views as the server writes them: camelCase, what is unknown is absent, never null.

export type ScoreStatus = "ok" | "notEnoughData";
export type RiskBand = "low" | "medium" | "high" | "notEnoughData";
export type SurveyMetric = "nps" | "csat" | "ces" | "rating";

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
