import type { GoalMetric } from "./insightsViews";
import type { HealthMeasure } from "./customerViews";

export type Leaving = "silence" | "cancellation";

export type ConsentDefault = "granted" | "denied";

export interface SlaTarget {
  readonly channel?: string;
  readonly segment?: string;
  readonly firstReplyMinutes?: number;
  readonly resolutionMinutes?: number;
}

export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly dropDays: number;
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly channel?: string;
    readonly touchpoint?: string;
  }[];
}

export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly metric: GoalMetric;
  readonly survey?: string;
  readonly segment?: string;
  readonly start?: number;
  readonly target: number;
  readonly from: string;
  readonly by: string;
}

export interface LoyaltyTier {
  readonly name: string;
  readonly rule: unknown;
}

/** What a workspace may decide about its scores, defaults included. */
export interface WorkspaceSettings {
  readonly churn: { readonly horizonDays: number; readonly leaving: Leaving };
  readonly health: { readonly weights: Readonly<Record<HealthMeasure, number>> };
  readonly value: { readonly horizonDays: number; readonly discountRatePercent: number };
  readonly loyalty: { readonly tiers: readonly LoyaltyTier[] };
  readonly sla: readonly SlaTarget[];
  readonly journeys: readonly Journey[];
  readonly goals: readonly Goal[];
  readonly privacy: {
    readonly consentDefault: ConsentDefault;
    readonly tombstoneDays: number;
    readonly commentDays: number;
    readonly timelineDays: number;
  };
}
