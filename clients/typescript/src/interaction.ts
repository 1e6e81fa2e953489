/** One thing that happened between a customer and the company; docs/api.md lists the fields of each type. */
export interface Interaction {
  /** The sender's id, 1 to 128 characters; made where it is absent. The same id of the same customer has its effect once. */
  id?: string;
  customer: string;
  type: string;
  /** ISO 8601 with offset, or Unix milliseconds; the time it is handed over where it is absent. */
  at?: string | number;
  channel?: string;
  touchpoint?: string;
  value?: number;
  currency?: string;
  properties?: Record<string, unknown>;
  [field: string]: unknown;
}

/** An interaction that the server does not accept, now or ever. */
export interface Rejection {
  readonly interaction: Interaction;
  /** The field at fault. */
  readonly field: string;
  /** What is wrong with it. */
  readonly error: string;
}
