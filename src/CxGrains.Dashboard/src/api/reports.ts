export const pageKinds = ["overview", "survey", "segment", "insights", "atRisk"] as const;
export type ReportPageKind = (typeof pageKinds)[number];

export const cadences = ["weekly", "monthly"] as const;
export type ReportCadence = (typeof cadences)[number];

/** As the server names them, from Sunday. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

export interface ReportSchedule {
  readonly every: ReportCadence;
  readonly weekday?: Weekday;
  readonly day?: number;
  readonly hour: number;
  readonly zone: string;
}

/** A summary of a page that is issued by a schedule. */
export interface ReportView {
  readonly id: string;
  readonly name: string;
  readonly page: { readonly kind: ReportPageKind; readonly id?: string };
  readonly windowDays: number;
  readonly schedule: ReportSchedule;
  readonly language: "en" | "ar" | "th";
  readonly recipients: readonly string[];
  readonly includeCustomers: boolean;
  readonly enabled: boolean;
  readonly next?: string;
}

export interface ReportList {
  readonly reports: readonly ReportView[];
  /** Whether links hold the server's address, so that e-mail can have them. */
  readonly linksAreWhole: boolean;
}

/** One drawing of a report. Whoever has the link may read it. */
export interface IssueView {
  readonly id: string;
  readonly scheduled: boolean;
  readonly issued: string;
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
  readonly customers: number;
  readonly link: string;
}
