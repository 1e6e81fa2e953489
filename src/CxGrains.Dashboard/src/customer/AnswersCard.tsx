import { memo } from "react";
import { Link } from "react-router";
import type { AnswerView } from "../api/customerViews";
import { count } from "../format/numbers";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { toneOfCategory } from "../ui/tone";

export const AnswersCard = memo(function AnswersCard({ answers }: { readonly answers: readonly AnswerView[] }) {
  const t = texts.customer;
  return (
    <Card title={t.answers} note={count(answers.length)}>
      {answers.length === 0 ? (
        <Empty title={t.noAnswers} />
      ) : (
        <ul className="rows">
          {answers.map((answer) => (
            <li key={`${answer.survey} ${answer.at}`} className="row">
              <Chip tone={toneOfCategory(answer.category)}>{t.outOf(count(answer.score), count(answer.scale))}</Chip>
              <div className="row-body">
                <p className="line">
                  <Link to={`/surveys/${encodeURIComponent(answer.survey)}`}>{answer.survey}</Link>{" "}
                  <span className="dim">
                    {answer.category === undefined ? "" : wordFor(texts.categories, answer.category)}
                    {answer.revision > 1 && ` · ${t.revised}`}
                  </span>
                </p>
                {answer.comment !== undefined && (
                  <p className="comment">
                    <bdi>“{answer.comment}”</bdi>
                  </p>
                )}
                <p className="faint">
                  <Ago iso={answer.at} thenDate />
                  {answer.touchpoint !== undefined && ` · ${answer.touchpoint}`}
                  {answer.channel !== undefined && ` · ${answer.channel}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
});
