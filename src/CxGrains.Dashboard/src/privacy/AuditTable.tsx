import type { AuditPage } from "../api/privacy";
import { useQuery } from "../api/useQuery";
import { dateTime } from "../format/dates";
import { privacyTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";

// It is no live view.
const everyMs = 300_000;

interface Props {
  readonly path: string;
  readonly isNewest: boolean;
  readonly onTurn: (before: number | undefined) => void;
}

/** A page of entries, the newest first. */
export function AuditTable({ path, isNewest, onTurn }: Props) {
  const { view, problem, refresh } = useQuery<AuditPage>(path, everyMs);
  const next = view?.next;
  return (
    <Card title={t.auditTitle}>
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view === undefined && problem === undefined && <Skeleton heightRem={20} />}
      {view?.entries.length === 0 && <Empty title={t.empty} />}
      {view !== undefined && view.entries.length > 0 && (
        <div className="table-scroll" role="group" aria-label={t.auditTitle} tabIndex={0}>
          <table className="table audit-table">
            <thead>
              <tr>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.who}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.whom}</th>
                <th scope="col">{t.detail}</th>
                <th scope="col">{t.from}</th>
              </tr>
            </thead>
            <tbody>
              {view.entries.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <time dateTime={entry.at}>{dateTime(entry.at)}</time>
                  </td>
                  <td title={entry.by}>
                    <bdi>{entry.byName}</bdi>
                  </td>
                  <td>
                    <bdi dir="ltr">{entry.action}</bdi>
                  </td>
                  <td>
                    <bdi dir="ltr">{entry.subject}</bdi>
                  </td>
                  <td>
                    <bdi>{entry.detail}</bdi>
                  </td>
                  <td>
                    <bdi dir="ltr">{entry.address}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(!isNewest || next !== undefined) && (
        <div className="form-actions privacy-deeds">
          {!isNewest && (
            <button
              type="button"
              className="button"
              onClick={() => {
                onTurn(undefined);
              }}
            >
              {t.newest}
            </button>
          )}
          {next !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => {
                onTurn(next);
              }}
            >
              {t.older}
            </button>
          )}
        </div>
      )}
    </Card>
  );
}
