export type AlertState = "open" | "taken" | "snoozed" | "resolved" | "closed" | "alreadySo";
export type AlertSeverity = "info" | "warning" | "critical";
export type AlertOutcome = "saved" | "lost" | "falseAlarm";

export interface AlertAct {
  readonly at: string;
  readonly by: string;
  readonly action: "take" | "snooze" | "resolve";
  readonly until?: string;
  readonly outcome?: AlertOutcome;
  readonly note?: string;
}

/** What an alert is about; the workspace has no id. */
export interface AlertSubject {
  readonly type: "customer" | "survey" | "segment" | "workspace" | "goal";
  readonly id?: string;
}

export interface AlertView {
  readonly id: string;
  readonly rule: string;
  readonly ruleName: string;
  readonly severity: AlertSeverity;
  readonly condition: string;
  readonly owner?: string;
  readonly subject: AlertSubject;
  readonly customer?: string;
  readonly name?: string;
  readonly account?: string;
  readonly at: string;
  readonly state: AlertState;
  readonly handledBy?: string;
  readonly snoozedUntil?: string;
  readonly outcome?: AlertOutcome;
  readonly hasRecovered: boolean;
  readonly history: readonly AlertAct[];
  readonly reason: string;
  readonly probability?: number;
  readonly heldUntil?: string;
}

/** How right alerts of churn risk were. */
export interface AlertRecord {
  readonly saved: number;
  readonly lost: number;
  readonly falseAlarms: number;
  readonly precisionPercent?: number;
}

export interface AlertPage {
  readonly total: number;
  readonly alerts: readonly AlertView[];
  readonly record: AlertRecord;
}
