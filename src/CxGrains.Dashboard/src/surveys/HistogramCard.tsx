import { memo } from "react";
import type { SurveyMetric } from "../api/views";
import { count, share } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { scoreTone } from "./scoreTone";

interface Props {
  readonly metric: SurveyMetric;
  readonly histogram: Readonly<Record<string, number>>;
}

/** How many gave each score; the numbers stand with the bars. */
export const HistogramCard = memo(function HistogramCard({ metric, histogram }: Props) {
  const bars = Object.entries(histogram)
    .map(([score, answers]) => ({ score: Number(score), answers }))
    .sort((a, b) => a.score - b.score);
  const largest = Math.max(1, ...bars.map((bar) => bar.answers));
  const all = bars.reduce((sum, bar) => sum + bar.answers, 0);
  const top = bars.at(-1)?.score ?? 0;
  return (
    <Card title={texts.surveys.histogram} note={texts.score.answers(all, count(all))} className="span-7">
      <ol className="histogram">
        {bars.map(({ score, answers }) => (
          <li key={score} aria-label={texts.surveys.histogramRow(count(score), count(answers))}>
            <span className="histogram-count" aria-hidden="true">
              {count(answers)}
            </span>
            <span className="histogram-track" aria-hidden="true">
              <i
                className={`fill-${scoreTone(metric, score, top)}`}
                style={{ blockSize: `${(answers / largest) * 100}%` }}
                title={share(answers, all)}
              />
            </span>
            <span className="histogram-score" aria-hidden="true">
              {count(score)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
});
