import { useParams } from "react-router";
import { reportTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { ReportForm } from "./ReportForm";
import { useReportForm } from "./useReportForm";

/** A new report, or the definition of one that is there. */
export function ReportEditPage() {
  const id = useParams().id;
  const form = useReportForm(id);
  const { edited, failure, retry } = form;
  return (
    <>
      <PageHead title={id === undefined ? t.create : (edited?.draft.name ?? id)} />
      {failure !== undefined && <ProblemNote message={failure} onRetry={retry} />}
      {edited === undefined && failure === undefined && <Skeleton heightRem={30} />}
      {edited !== undefined && <ReportForm isNew={id === undefined} form={form} />}
    </>
  );
}
