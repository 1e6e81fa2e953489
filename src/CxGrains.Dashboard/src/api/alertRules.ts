import type { AlertSeverity, AlertSubject } from "./alertViews";

export const conditionTypes = [
  "riskBand",
  "healthDrop",
  "healthBelow",
  "detractor",
  "csatAtMost",
  "slaBreach",
  "complaint",
  "cancelRequest",
  "noContact",
  "advocateLost",
  "surveyMoved",
  "segmentMoved",
  "goalOffTrack",
] as const;

export type ConditionType = (typeof conditionTypes)[number];

/** Whether such a rule is about a survey, a segment or a goal as a whole, and so chooses no customers. */
export const isAboutNobody = (type: ConditionType): boolean =>
  type === "surveyMoved" || type === "segmentMoved" || type === "goalOffTrack";

export const directions = ["down", "up", "either"] as const;

export type Direction = (typeof directions)[number];

export const movedMetrics = ["nps", "csat", "ces"] as const;

export type MovedMetric = (typeof movedMetrics)[number];

export interface AlertCondition {
  readonly type: ConditionType;
  readonly band?: "medium" | "high";
  readonly points?: number;
  readonly score?: number;
  readonly days?: number;
  readonly survey?: string;
  readonly segment?: string;
  readonly metric?: MovedMetric;
  readonly direction?: Direction;
  readonly windowDays?: number;
  readonly goal?: string;
}

export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly severity: AlertSeverity;
  readonly owner?: string;
  readonly condition: AlertCondition;
  readonly filter: { readonly segment?: string; readonly valueMin?: number; readonly account?: string };
  readonly cooldownMinutes: number;
  readonly grouping: "customer" | "account";
  readonly quietHours?: {
    readonly from: string;
    readonly to: string;
    readonly zone: string;
    readonly criticalPasses: boolean;
  };
  readonly enabled: boolean;
}

export interface DryRun {
  readonly days: number;
  readonly count: number;
  readonly looked: number;
  readonly isComplete: boolean;
  /** How the survey, segment or goal stands now; absent for a rule about customers. */
  readonly now?: { readonly subject: AlertSubject; readonly isSo?: boolean; readonly reason: string };
  readonly examples: readonly {
    readonly customer: string;
    readonly name?: string;
    readonly account?: string;
    readonly at: string;
    readonly reason: string;
  }[];
}
