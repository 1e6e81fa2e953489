import type { InsightsView } from "../api/insightsViews";
import type { SegmentView, WorkspaceView } from "../api/views";
import { cesText, csatText, npsText } from "../scores/scoreText";
import { texts } from "../texts";
import { ScoreKpi } from "./ScoreKpi";
import { WindowKpi } from "./WindowKpi";

interface Props {
  readonly view: WorkspaceView;
  /** The segment whose scores are shown; undefined for all customers. */
  readonly segment?: SegmentView | undefined;
  /** The window whose scores are shown; undefined for the latest answers. */
  readonly insights?: InsightsView | undefined;
}

/** The three scores: of the latest answers with their trend, or of a window against the one before. */
export function ScoreKpis({ view, segment, insights }: Props) {
  if (insights !== undefined) {
    const { changes, windowDays } = insights;
    return (
      <>
        <WindowKpi metric="nps" change={changes.nps} days={windowDays} isOfMembers={segment !== undefined} />
        <WindowKpi metric="csat" change={changes.csat} days={windowDays} isOfMembers={segment !== undefined} />
        <WindowKpi metric="ces" change={changes.ces} days={windowDays} isOfMembers={segment !== undefined} />
      </>
    );
  }

  const { nps, csat, ces } = segment ?? view;
  const { asOf } = view;
  // A segment has no trend of its own.
  const trend = segment === undefined ? view.trend : undefined;
  return (
    <>
      <ScoreKpi metric="nps" text={npsText(nps)} responses={nps.responses} trend={trend?.nps} asOf={asOf} />
      <ScoreKpi
        metric="csat"
        text={csatText(csat)}
        responses={csat.responses}
        method={texts.score.topTwo}
        trend={trend?.csat}
        asOf={asOf}
      />
      <ScoreKpi
        metric="ces"
        text={cesText(ces)}
        responses={ces.responses}
        method={texts.score.cesMethod[ces.method]}
        trend={trend?.ces}
        asOf={asOf}
      />
    </>
  );
}
