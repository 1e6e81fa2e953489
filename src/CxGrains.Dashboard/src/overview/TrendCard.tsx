import { memo, useState } from "react";
import type { NpsView, SurveyMetric, WorkspaceView } from "../api/views";
import { TrendChart } from "../charts/TrendChart";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { NpsSplit } from "../ui/NpsSplit";
import { OfAll } from "../ui/OfAll";
import { Segmented } from "../ui/Segmented";

interface Props {
  readonly trend: WorkspaceView["trend"];
  readonly nps: NpsView;
  readonly asOf: string;
  /** Whether it says that it is about all customers, where the page is about some. */
  readonly isOfAll?: boolean;
}

const metrics = (["nps", "csat", "ces"] as const).map((value) => ({ value, text: texts.metrics[value] }));

/** The trend of one of the scores, and below it what the NPS is made of. */
export const TrendCard = memo(function TrendCard({ trend, nps, asOf, isOfAll = false }: Props) {
  const [metric, setMetric] = useState<Exclude<SurveyMetric, "rating">>("nps");
  const note = (
    <>
      <OfAll isShown={isOfAll} />
      <span>{texts.overview.trendLegend}</span>
      <Segmented label={texts.overview.trendMetric} options={metrics} value={metric} onChange={setMetric} />
    </>
  );
  return (
    <Card title={texts.overview.trend(texts.metrics[metric])} note={note} className="span-8 trend-card">
      <TrendChart metric={metric} trend={trend[metric]} asOf={asOf.slice(0, 10)} />
      <p className="faint">{texts.overview.npsSplit}</p>
      <NpsSplit nps={nps} />
    </Card>
  );
});
