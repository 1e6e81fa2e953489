import { memo } from "react";
import type { BreakdownRow, SurveyMetric } from "../api/views";
import { count } from "../format/numbers";
import { metricScore } from "../scores/scoreText";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";

interface Props {
  readonly title: string;
  readonly metric: SurveyMetric;
  readonly rows: readonly BreakdownRow[];
  /** What the rows mean, where that needs a word. */
  readonly note?: string;
}

/** The score by channel or touchpoint, most answers first; few answers say little, so their number stands beside. */
export const BreakdownCard = memo(function BreakdownCard({ title, metric, rows, note }: Props) {
  const largest = Math.max(1, ...rows.map((row) => row.responses));
  return (
    <Card title={title} className="span-6">
      {rows.length === 0 ? (
        <Empty title={texts.surveys.noBreakdown} />
      ) : (
        <table className="table breakdown">
          <thead>
            <tr>
              <th scope="col">{texts.surveys.name}</th>
              <th scope="col" className="number">
                {texts.metrics[metric]}
              </th>
              <th scope="col" className="number">
                {texts.surveys.responses}
              </th>
              <td className="breakdown-bar" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td className="number">
                  {row.score === undefined ? <span className="faint">–</span> : <b>{metricScore(metric, row.score)}</b>}
                </td>
                <td className="number dim">{count(row.responses)}</td>
                <td className="breakdown-bar">
                  <Meter share={row.responses / largest} tone="accent" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {note !== undefined && <p className="faint">{note}</p>}
    </Card>
  );
});
