import type { AlertSeverity } from "./views";

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
] as const;

export type ConditionType = (typeof conditionTypes)[number];

export interface AlertCondition {
  readonly type: ConditionType;
  readonly band?: "medium" | "high";
  readonly points?: number;
  readonly score?: number;
  readonly days?: number;
  readonly survey?: string;
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
  readonly examples: readonly {
    readonly customer: string;
    readonly name?: string;
    readonly account?: string;
    readonly at: string;
    readonly reason: string;
  }[];
}
