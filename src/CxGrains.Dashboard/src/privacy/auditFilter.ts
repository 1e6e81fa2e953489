/** Which entries are asked for; what is empty asks for all. */
export interface AuditFilter {
  readonly customer: string;
  readonly action: string;
  readonly by: string;
}

export const noFilter: AuditFilter = { customer: "", action: "", by: "" };

const limit = 50;

/** Where the entries are; `before` is what the page before said comes next. */
export function auditPath(filter: AuditFilter, before: number | undefined): string {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries(filter)) {
    if (value !== "") {
      query.set(name, value as string);
    }
  }

  if (before !== undefined) {
    query.set("before", String(before));
  }

  return `audit?${query.toString()}`;
}
