import { useParams } from "react-router";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SurveyForm } from "./SurveyForm";
import { useSurveyToEdit } from "./useSurveyToEdit";

/** A new survey, or the definition of one that is there. */
export function SurveyEditPage() {
  const id = useParams().id;
  const { edited, failure, retry } = useSurveyToEdit(id);
  return (
    <>
      <PageHead title={id === undefined ? texts.surveys.create : (edited?.name ?? id)} />
      {failure !== undefined && <ProblemNote message={failure} onRetry={retry} />}
      {edited === undefined && failure === undefined && <Skeleton heightRem={20} />}
      {edited !== undefined && <SurveyForm key={id ?? ""} edited={edited} />}
    </>
  );
}
