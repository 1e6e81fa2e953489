import { Link } from "react-router";
import type { SurveyView } from "../api/views";
import { TrendChart } from "../charts/TrendChart";
import { useMay } from "../session/useSession";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { PageHead } from "../ui/PageHead";
import { Segmented } from "../ui/Segmented";
import { BreakdownCard } from "./BreakdownCard";
import { CommentsCard } from "./CommentsCard";
import { CompareCard } from "./CompareCard";
import { HistogramCard } from "./HistogramCard";
import { SurveyScoreCard } from "./SurveyScoreCard";
import { SurveySegmentsCard } from "./SurveySegmentsCard";
import type { WindowDays } from "./useSurveyWindow";

interface Props {
  readonly view: SurveyView;
  readonly days: WindowDays;
  readonly onDays: (days: WindowDays) => void;
}

const windows = ([7, 30, 90] as const).map((value) => ({ value, text: texts.surveys.days(count(value)) }));

export function SurveyBody({ view, days, onDays }: Props) {
  const mayManage = useMay("manage");
  const t = texts.surveys;
  return (
    <>
      <Link className="back" to="/surveys">
        {t.back}
      </Link>
      <PageHead title={view.name}>
        <Chip tone="accent">{texts.metrics[view.metric]}</Chip>
        <Segmented label={t.window} options={windows} value={days} onChange={onDays} />
        {mayManage && (
          <Link className="button" to={`/surveys/${encodeURIComponent(view.id)}/edit`}>
            {t.edit}
          </Link>
        )}
      </PageHead>
      <div className="grid">
        <SurveyScoreCard view={view} />
        <HistogramCard metric={view.metric} histogram={view.histogram} />
        <Card title={t.trend} note={texts.overview.trendLegend} className="span-12 trend-card">
          <TrendChart metric={view.metric} trend={view.trend} asOf={view.asOf} />
        </Card>
        <BreakdownCard title={t.channels} metric={view.metric} rows={view.channels} />
        <BreakdownCard title={t.touchpoints} metric={view.metric} rows={view.touchpoints} />
        <SurveySegmentsCard survey={view.id} metric={view.metric} days={view.windowDays} />
        <CompareCard survey={view.id} days={view.windowDays} />
        <CommentsCard key={view.id} view={view} />
      </div>
    </>
  );
}
