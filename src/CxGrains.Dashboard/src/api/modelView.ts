import type { ChurnSource } from "./customerViews";
import type { ScoreStatus } from "./views";

/** The predictions of one tenth of probability. */
export interface CalibrationPoint {
  /** 0 to 1, like `observed`. */
  readonly predicted: number;
  readonly observed: number;
  readonly count: number;
}

export interface PredictionRecordView {
  readonly status: ScoreStatus;
  readonly predictions: number;
  /** Those of them that the workspace's own model made. */
  readonly byOwnModel: number;
  /** Whose predictions the figures are of. */
  readonly of: ChurnSource;
  /** 0 to 1. */
  readonly leftShare?: number;
  readonly auc?: number;
  readonly brier?: number;
  readonly calibrationError?: number;
  readonly topDecileLift?: number;
  /** Empty tenths are left out. */
  readonly calibration: readonly CalibrationPoint[];
}

/** The churn model and how right it has been. */
export interface ModelView {
  readonly source: ChurnSource;
  readonly horizonDays: number;
  readonly leaving: "silence" | "cancellation";
  readonly version: number;
  readonly learnedFrom: number;
  readonly outcomes: number;
  readonly left: number;
  readonly needs: { readonly outcomes: number; readonly ofAKind: number };
  readonly record: PredictionRecordView;
}
