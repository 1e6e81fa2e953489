import { Link } from "react-router";
import type { ReportList } from "../api/reports";
import { useQuery } from "../api/useQuery";
import { reportTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { ReportRow } from "./ReportRow";

/** Summaries that are issued by a schedule, for people who do not open the dashboard. */
export function ReportsPage() {
  return (
    <>
      <PageHead title={t.title}>
        <Link className="button primary" to="/reports/new">
          {t.create}
        </Link>
      </PageHead>
      <p className="page-hint">{t.hint}</p>
      <Reports />
    </>
  );
}

function Reports() {
  const { view, problem, refresh } = useQuery<ReportList>("reports", 15_000);
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={20} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  return (
    <Card title={t.title} {...(!view.linksAreWhole && { note: t.noAddress })}>
      {view.reports.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {view.reports.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
    </Card>
  );
}
