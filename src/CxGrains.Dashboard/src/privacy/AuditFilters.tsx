import { privacyTexts as t } from "../texts";
import type { AuditFilter } from "./auditFilter";

interface Props {
  readonly onAsk: (filter: AuditFilter) => void;
}

const fields = ["customer", "action", "by"] as const;

/** Asks only when told to: looking is written down too. */
export function AuditFilters({ onAsk }: Props) {
  return (
    <form
      className="filters audit-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const read = (name: string): string => {
          const value = data.get(name);
          return typeof value === "string" ? value.trim() : "";
        };
        onAsk({ customer: read("customer"), action: read("action"), by: read("by") });
      }}
    >
      {fields.map((field) => (
        <input key={field} className="input" name={field} placeholder={t[field]} aria-label={t[field]} />
      ))}
      <button type="submit" className="button">
        {t.search}
      </button>
    </form>
  );
}
