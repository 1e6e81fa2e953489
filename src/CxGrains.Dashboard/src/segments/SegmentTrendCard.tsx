import { memo, useState } from "react";
import type { SegmentView } from "../api/views";
import { TrendChart } from "../charts/TrendChart";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Segmented } from "../ui/Segmented";

const metrics = (["nps", "csat", "ces"] as const).map((value) => ({ value, text: texts.metrics[value] }));

interface Props {
  readonly trend: SegmentView["trend"];
  readonly asOf: string;
}

/** How the scores of those who are members now moved. */
export const SegmentTrendCard = memo(function SegmentTrendCard({ trend, asOf }: Props) {
  const [metric, setMetric] = useState<keyof SegmentView["trend"]>("nps");
  return (
    <Card
      title={texts.overview.trend(texts.metrics[metric])}
      note={<Segmented label={texts.overview.trendMetric} options={metrics} value={metric} onChange={setMetric} />}
      className="span-12 trend-card"
    >
      <TrendChart metric={metric} trend={trend[metric]} asOf={asOf} />
      <p className="faint">{texts.segments.trendNote}</p>
    </Card>
  );
});
