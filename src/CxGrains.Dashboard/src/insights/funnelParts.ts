import type { StageView } from "../api/insightsViews";
import type { Tone } from "../ui/tone";

export interface FunnelPart {
  readonly name: "movedOn" | "inIt" | "dropped";
  readonly tone: Tone;
  /** Of the funnel's whole width, 0 to 1. */
  readonly share: number;
}

/** What became of a stage's customers, as parts of a bar; together as wide as those that entered are of the most that entered any stage. */
export function funnelParts(stage: StageView, largest: number): FunnelPart[] {
  const parts: FunnelPart[] = [
    { name: "movedOn", tone: "accent", share: stage.movedOn / largest },
    { name: "inIt", tone: "plain", share: stage.inIt / largest },
    { name: "dropped", tone: "bad", share: stage.dropped / largest },
  ];
  return parts.filter((part) => part.share > 0);
}
