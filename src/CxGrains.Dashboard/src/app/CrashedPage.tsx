import { useRouteError } from "react-router";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";

export function CrashedPage() {
  const error = useRouteError();
  return (
    <>
      <PageHead title={texts.problems.crashed} />
      <ProblemNote
        message={error instanceof Error ? error.message : String(error)}
        onRetry={() => {
          location.reload();
        }}
      />
    </>
  );
}
