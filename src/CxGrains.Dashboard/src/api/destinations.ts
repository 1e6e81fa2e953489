import type { AlertSeverity, AlertSubject } from "./alertViews";

export type DestinationKind = "webhook" | "slack" | "teams" | "email";

/** Where alerts are sent. Of Slack and Teams the address is only a host. */
export interface DestinationView {
  readonly id: string;
  readonly name: string;
  readonly kind: DestinationKind;
  readonly url?: string;
  readonly addresses?: readonly string[];
  readonly enabled: boolean;
  readonly disabledBecause?: string;
  readonly severity: AlertSeverity;
  /** Of e-mail only. */
  readonly reportsOnly?: boolean;
  readonly secrets?: number;
  /** Only where it was just made. */
  readonly secret?: string;
  readonly waiting: number;
  readonly dead: number;
}

export interface DestinationList {
  readonly destinations: readonly DestinationView[];
  readonly mayMail: boolean;
}

export interface AttemptView {
  readonly requestId: string;
  readonly number: number;
  readonly at: string;
  readonly durationMs: number;
  readonly status?: number;
  readonly excerpt: string;
  readonly error?: string;
}

export type DeliveryState = "waiting" | "delivered" | "dead" | "withdrawn";

export interface DeliveryView {
  readonly id: string;
  readonly state: DeliveryState;
  readonly rule: string;
  readonly severity: AlertSeverity;
  readonly subject: AlertSubject;
  readonly reason: string;
  readonly at: string;
  readonly created: string;
  readonly due?: string;
  readonly why?: string;
  readonly attempts: readonly AttemptView[];
}

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryView[];
  readonly next?: string;
}
