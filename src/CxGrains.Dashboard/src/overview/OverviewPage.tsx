import { useSearchParams } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { daysDefault, readScope, writeScope } from "../insights/scope";
import { useInsightsWindow } from "../insights/useInsightsWindow";
import { useSegmentIf, useWorkspace } from "../live/useTopic";
import { insightsTexts, texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { FirstSteps } from "./FirstSteps";
import { Overview } from "./Overview";
import { OverviewSkeleton } from "./OverviewSkeleton";
import { ScopePicker } from "./ScopePicker";

/** How we are, for all customers or a segment, by the latest answers or by those of a window. The choice is in the address. */
export function OverviewPage() {
  const [params, setParams] = useSearchParams();
  const scope = readScope(params);
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
      <PageHead title={texts.overview.title}>
        {!isEmpty && (
          <ScopePicker
            scope={scope}
            onChange={(next) => {
              setParams(writeScope(next), { replace: true });
            }}
          />
        )}
      </PageHead>
      {failed !== undefined && <ProblemNote message={failed.reason} />}
      {failed === undefined && !isReady && <OverviewSkeleton />}
      {isEmpty && <FirstSteps />}
      {isReady && !isEmpty && workspace.kind === "ready" && (
        <Overview
          view={workspace.view}
          segment={segment.kind === "ready" ? segment.view : undefined}
          insights={insights.kind === "ready" ? insights.view : undefined}
          isWindow={scope.days !== undefined}
        />
      )}
    </>
  );
}
