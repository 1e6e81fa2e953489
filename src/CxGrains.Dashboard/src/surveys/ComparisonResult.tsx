import type { Comparison } from "../api/comparisonViews";
import type { SurveyMetric, TrendPoint } from "../api/views";
import { count, margin, signed } from "../format/numbers";
import { arrowOf, toneOfChange } from "../scores/change";
import { decimalsOf, metricScore } from "../scores/scoreText";
import { insightsTexts, texts } from "../texts";
import { Chip } from "../ui/Chip";

interface Props {
  readonly comparison: Comparison;
  readonly names: readonly [string, string];
}

/** Both scores, their difference, and whether it is more than chance. */
export function ComparisonResult({ comparison, names }: Props) {
  const t = texts.surveys;
  const { metric, basis, change } = comparison;
  const { difference, isReal, marginOfError } = change;
  const decimals = decimalsOf(metric);
  return (
    <div role="status" data-testid="survey-comparison">
      <table className="table" aria-label={t.compare}>
        <tbody>
          <Side name={names[0]} metric={metric} point={change.now} />
          <Side name={names[1]} metric={metric} point={change.before} />
        </tbody>
      </table>
      <p className="change-words">
        <Chip tone={difference === undefined ? "plain" : toneOfChange({ difference, isReal })}>
          {difference === undefined ? "" : `${arrowOf(difference)} ${signed(difference, decimals)} `}
          {difference === undefined || marginOfError === undefined ? "" : `${margin(marginOfError, decimals)} `}
          {isReal === undefined ? insightsTexts.unknown : isReal ? insightsTexts.real : insightsTexts.noise}
        </Chip>
      </p>
      {basis === "latestOfMembers" && <p className="faint">{metric === "rating" ? t.noRatings : t.membersNote}</p>}
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly metric: SurveyMetric;
  readonly point: TrendPoint | undefined;
}

function Side({ name, metric, point }: SideProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{point === undefined ? "–" : <b>{metricScore(metric, point.score)}</b>}</td>
      <td className="number dim">
        {point?.low === undefined || point.high === undefined
          ? ""
          : texts.span(metricScore(metric, point.low), metricScore(metric, point.high))}
      </td>
      <td className="number dim">{texts.score.answers(point?.responses ?? 0, count(point?.responses ?? 0))}</td>
    </tr>
  );
}
