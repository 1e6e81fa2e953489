import { useWorkspace } from "../live/useTopic";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { FirstSteps } from "./FirstSteps";
import { Overview } from "./Overview";
import { OverviewSkeleton } from "./OverviewSkeleton";

export function OverviewPage() {
  const workspace = useWorkspace();
  return (
    <>
      <PageHead title={texts.overview.title} />
      {workspace.kind === "loading" && <OverviewSkeleton />}
      {workspace.kind === "failed" && <ProblemNote message={workspace.reason} />}
      {workspace.kind === "ready" && workspace.view.interactions === 0 && <FirstSteps />}
      {workspace.kind === "ready" && workspace.view.interactions > 0 && <Overview view={workspace.view} />}
    </>
  );
}
