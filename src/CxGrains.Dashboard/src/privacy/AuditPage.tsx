import { useState } from "react";
import { privacyTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { AuditFilters } from "./AuditFilters";
import { AuditTable } from "./AuditTable";
import { auditPath, noFilter } from "./auditFilter";

/** Who read or changed what of customers; for admins. */
export function AuditPage() {
  const [filter, setFilter] = useState(noFilter);
  const [before, setBefore] = useState<number>();
  return (
    <>
      <PageHead title={t.auditTitle} />
      <p className="page-hint">{t.auditHint}</p>
      <AuditFilters
        onAsk={(next) => {
          setFilter(next);
          setBefore(undefined);
        }}
      />
      <AuditTable path={auditPath(filter, before)} isNewest={before === undefined} onTurn={setBefore} />
    </>
  );
}
