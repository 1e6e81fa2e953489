import type { ReactNode } from "react";
import { NotFoundPage } from "../app/NotFoundPage";
import { daysDefault, type Scope } from "../insights/scope";
import { useInsightsWindow } from "../insights/useInsightsWindow";
import { useSegmentIf, useWorkspace } from "../live/useTopic";
import { useIsWall } from "../session/useSession";
import { insightsTexts } from "../texts";
import { ProblemNote } from "../ui/ProblemNote";
import { ArrivedCard } from "./ArrivedCard";
import { FirstSteps } from "./FirstSteps";
import { Overview } from "./Overview";
import { OverviewSkeleton } from "./OverviewSkeleton";

interface Props {
  readonly scope: Scope;
  /** The page's head; it is told whether there is anything to choose from yet. */
  readonly head: (isEmpty: boolean) => ReactNode;
}

/** The overview of a scope, whoever chose it. */
export function ScopedOverview({ scope, head }: Props) {
  const isWall = useIsWall();
  const workspace = useWorkspace();
  const segment = useSegmentIf(scope.segment);
  const insights = useInsightsWindow(scope.segment, scope.days ?? daysDefault);
  if (segment.kind === "notFound") {
    return <NotFoundPage title={insightsTexts.notFound(scope.segment ?? "")} link={insightsTexts.toAll} />;
  }

  const parts = [workspace, segment, ...(scope.days === undefined ? [] : [insights])];
  const failed = parts.find((part) => part.kind === "failed");
  const isReady = parts.every((part) => part.kind === "ready");
  const isEmpty = workspace.kind === "ready" && workspace.view.interactions === 0;
  return (
    <>
      {head(isEmpty)}
      {failed !== undefined && <ProblemNote message={failed.reason} onRetry={failed.retry} />}
      {failed === undefined && !isReady && <OverviewSkeleton />}
      {isEmpty && <FirstSteps workspace={workspace.view.id} />}
      {isReady && !isEmpty && workspace.kind === "ready" && (
        <>
          {!isWall && <ArrivedCard view={workspace.view} />}
          <Overview
            view={workspace.view}
            segment={segment.kind === "ready" ? segment.view : undefined}
            insights={insights.kind === "ready" ? insights.view : undefined}
            isWindow={scope.days !== undefined}
          />
        </>
      )}
    </>
  );
}
