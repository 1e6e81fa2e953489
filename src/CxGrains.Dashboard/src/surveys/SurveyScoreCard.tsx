import type { SurveyView } from "../api/views";
import { count } from "../format/numbers";
import { changeOf } from "../scores/change";
import { decimalsOf } from "../scores/scoreText";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Delta } from "../ui/Delta";
import { NpsSplit } from "../ui/NpsSplit";
import { ScoreBlock } from "../ui/ScoreBlock";
import { ResponseRate } from "./ResponseRate";
import { surveyMethod, surveyScore } from "./surveyScore";

/** The score, how sure it is, and what it rests on. */
export function SurveyScoreCard({ view }: { readonly view: SurveyView }) {
  const t = texts.surveys;
  return (
    <Card
      title={`${texts.metricNames[view.metric]}, ${t.daysLong(view.windowDays, count(view.windowDays))}`}
      note={surveyMethod(view)}
      className="span-5"
    >
      <ScoreBlock text={surveyScore(view)} testId="survey-score" />
      <p className="kpi-detail">
        <Delta change={changeOf(view.trend)} decimals={decimalsOf(view.metric)} />
      </p>
      {view.nps?.status === "ok" && <NpsSplit nps={view.nps} />}
      <dl className="facts">
        <dt>{t.responses}</dt>
        <dd>
          <b>{count(view.responses)}</b>{" "}
          <span className="faint">
            {count(view.responsesAllTime)} {t.allTime}
          </span>
        </dd>
        <dt>{t.rate}</dt>
        <dd>
          <ResponseRate rate={view.responseRate} />
        </dd>
      </dl>
    </Card>
  );
}
