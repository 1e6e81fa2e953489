import { useState } from "react";
import { NotFoundPage } from "../app/NotFoundPage";
import { useIdParam } from "../app/useIdParam";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { SkeletonPage } from "../ui/SkeletonPage";
import { SurveyBody } from "./SurveyBody";
import { useSurveyWindow, type WindowDays } from "./useSurveyWindow";

export function SurveyPage() {
  const id = useIdParam();
  const [days, setDays] = useState<WindowDays>(30);
  const survey = useSurveyWindow(id, days);
  switch (survey.kind) {
    case "notFound":
      return <NotFoundPage title={texts.surveys.notFound(id)} to="/surveys" link={texts.surveys.back} />;
    case "loading":
      return (
        <>
          <PageHead title={id} />
          <SkeletonPage />
        </>
      );
    case "failed":
      return <ProblemNote message={survey.reason} onRetry={survey.retry} />;
    case "ready":
      return <SurveyBody view={survey.view} days={days} onDays={setDays} />;
  }
}
