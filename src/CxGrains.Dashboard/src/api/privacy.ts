export type Purpose = "analytics" | "contact" | "testimonial";

export type ConsentState = "granted" | "denied" | "unknown";

/** A customer's last word on a purpose. */
export interface ConsentView {
  readonly purpose: string;
  readonly granted: boolean;
  readonly at: string;
}

/** Who read or changed what, and when. */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly action: string;
  /** Stands for a customer: the same for all entries about the same one. */
  readonly subject?: string;
  readonly address?: string;
  readonly detail?: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** The `before` of the next page. */
  readonly next?: number;
}
