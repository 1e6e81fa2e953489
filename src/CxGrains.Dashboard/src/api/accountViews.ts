import type { AlertView } from "./alertViews";
import type { CustomerPage, EngagementView } from "./customerViews";
import type { NpsView, PurchasesView, RiskBand, ScoreStatus } from "./views";

export type AccountSort = "risk" | "value" | "customers" | "lastSeen" | "renewal" | "name";

export interface WorstRisk {
  readonly status: ScoreStatus;
  readonly band: RiskBand;
  /** 0 to 1. */
  readonly probability?: number;
  readonly customer?: string;
  readonly customerName?: string;
}

export interface Renewal {
  /** A UTC day. */
  readonly date: string;
  /** Days from today; negative where it is over. */
  readonly days: number;
  readonly isPast: boolean;
  readonly isRenewed: boolean;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly customers: number;
  /** Seen in the last 30 days. */
  readonly active: number;
  readonly interactions: number;
  readonly engagement: EngagementView;
  readonly purchases: PurchasesView;
  readonly worst: WorstRisk;
  readonly atRisk: number;
  readonly nps: NpsView;
  readonly lastSeen: string;
  readonly renewal?: Renewal;
}

export interface AccountView extends AccountRow {
  readonly members: CustomerPage;
  readonly openAlerts: { readonly total: number; readonly alerts: readonly AlertView[] };
}
