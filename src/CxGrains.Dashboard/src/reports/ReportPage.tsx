import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { post, remove } from "../api/http";
import { Problem } from "../api/problem";
import type { IssueView, ReportView } from "../api/reports";
import { useQuery } from "../api/useQuery";
import { useIdParam } from "../app/useIdParam";
import { reportTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { IssuesCard } from "./IssuesCard";
import { pageText, scheduleText } from "./reportWords";

/** One report with its issues, and what can be done about them. */
export function ReportPage() {
  const id = useIdParam();
  const path = `reports/${encodeURIComponent(id)}`;
  const navigate = useNavigate();
  const { view, problem, refresh } = useQuery<ReportView>(path, 15_000);
  const issues = useQuery<{ readonly issues: readonly IssueView[] }>(`${path}/issues`, 15_000);
  const [said, setSaid] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const run = async (deed: () => Promise<string | undefined>) => {
    setSaid(undefined);
    setFailure(undefined);
    setBusy(true);
    try {
      setSaid(await deed());
      refresh();
      issues.refresh();
    } catch (error) {
      setFailure(Problem.of(error).message);
    } finally {
      setBusy(false);
    }
  };

  const issue = async (sends: boolean) => {
    await post<IssueView>(`${path}/issue${sends ? "?send=true" : ""}`);
    return sends ? t.issuedAndSent : t.issued;
  };
  const drop = async () => {
    if (confirm(t.removeSure)) {
      await remove(path);
      await navigate("/reports");
    }

    return undefined;
  };
  const dropIssue = async (name: string) => {
    if (!confirm(t.removeIssueSure)) {
      return undefined;
    }

    await remove(`${path}/issues/${encodeURIComponent(name)}`);
    return t.issueRemoved;
  };

  return (
    <>
      <PageHead title={view?.name ?? id}>
        <Link className="button" to={`/${path}/edit`}>
          {t.edit}
        </Link>
        <button type="button" className="button danger" disabled={isBusy} onClick={() => void run(drop)}>
          {t.remove}
        </button>
        {view !== undefined && view.recipients.length > 0 && (
          <button type="button" className="button" disabled={isBusy} onClick={() => void run(() => issue(true))}>
            {t.issueAndSend}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          disabled={isBusy || view === undefined}
          onClick={() => void run(() => issue(false))}
        >
          {isBusy ? t.issuing : t.issueNow}
        </button>
      </PageHead>
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {failure !== undefined && <ProblemNote message={failure} />}
      {view === undefined && problem === undefined && <Skeleton heightRem={4} />}
      {view !== undefined && (
        <p className="page-hint">
          <bdi>{pageText(view)}</bdi> · {scheduleText(view.schedule)}
        </p>
      )}
      <p role="status">{said}</p>
      <IssuesCard
        issues={issues.view?.issues}
        problem={issues.problem?.message}
        onRetry={issues.refresh}
        onRemove={(name) => void run(() => dropIssue(name))}
      />
    </>
  );
}
