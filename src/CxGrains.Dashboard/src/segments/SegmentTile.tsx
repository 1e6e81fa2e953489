import { memo } from "react";
import { Link } from "react-router";
import type { SegmentSummary } from "../api/views";
import { count, share } from "../format/numbers";
import { texts } from "../texts";
import { Meter } from "../ui/Meter";
import { Progress } from "./Progress";

interface Props {
  readonly segment: SegmentSummary;
  readonly customers: number;
}

export const SegmentTile = memo(function SegmentTile({ segment, customers }: Props) {
  const path = `/segments/${encodeURIComponent(segment.id)}`;
  return (
    <li className="card tile" data-testid="segment-tile" data-segment={segment.id}>
      <div className="tile-head">
        <h2>
          <Link to={path}>{segment.name}</Link>
        </h2>
      </div>
      <p className="score">
        <span className="score-value">{count(segment.members)}</span>{" "}
        <span className="score-margin">{texts.segments.ofAll(share(segment.members, customers))}</span>
      </p>
      <Meter share={customers === 0 ? 0 : segment.members / customers} tone="accent" />
      <p className="tile-foot faint">
        <Progress progress={segment.progress} />
      </p>
    </li>
  );
});
