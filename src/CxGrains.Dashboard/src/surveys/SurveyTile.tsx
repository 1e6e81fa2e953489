import { memo, useMemo } from "react";
import { Link } from "react-router";
import type { SurveySummary } from "../api/views";
import { trendSeries } from "../charts/trendSeries";
import { count } from "../format/numbers";
import { changeOf } from "../scores/change";
import { decimalsOf } from "../scores/scoreText";
import { texts } from "../texts";
import { Chip } from "../ui/Chip";
import { Delta } from "../ui/Delta";
import { ScoreBlock } from "../ui/ScoreBlock";
import { Sparkline } from "../ui/Sparkline";
import { scaleText, surveyScore } from "./surveyScore";
import { useSurveyMonth } from "./useSurveyMonth";

/** One survey with its score of the last 30 days. */
export const SurveyTile = memo(function SurveyTile({ survey }: { readonly survey: SurveySummary }) {
  const view = useSurveyMonth(survey.id);
  const trend = view?.trend;
  const change = useMemo(() => (trend === undefined ? undefined : changeOf(trend)), [trend]);
  const today = view?.asOf.slice(0, 10);
  const values = useMemo(
    () =>
      trend === undefined || today === undefined
        ? []
        : trendSeries(trend, today).scores.map((score) => score ?? undefined),
    [trend, today],
  );
  return (
    <li className="card tile" data-testid="survey-tile" data-survey={survey.id}>
      <div className="tile-head">
        <h2>
          <Link to={`/surveys/${encodeURIComponent(survey.id)}`}>{survey.name}</Link>
        </h2>
        <Chip>{texts.metrics[survey.metric]}</Chip>
      </div>
      {view === undefined ? <p className="score">&nbsp;</p> : <ScoreBlock text={surveyScore(view)} />}
      <p className="kpi-detail">
        {view !== undefined && <Delta change={change} decimals={decimalsOf(survey.metric)} />}
      </p>
      <Sparkline values={values} />
      <p className="faint tile-foot">
        {texts.score.answers(survey.responses, count(survey.responses))} {texts.surveys.allTime} ·{" "}
        {scaleText(survey.metric, survey.scale)}
      </p>
    </li>
  );
});
