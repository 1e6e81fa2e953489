import { memo, useState } from "react";
import type { FoundComments } from "../api/comparisonViews";
import { useQuery } from "../api/useQuery";
import type { SurveyView } from "../api/views";
import { SettledInput } from "../lists/SettledInput";
import { count } from "../format/numbers";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { ProblemNote } from "../ui/ProblemNote";
import { allComments, categoriesOf, commentsPath } from "./commentsFilter";
import { CommentsList } from "./CommentsList";

const everyMs = 5000;

/** The comments of the window: the newest as they come, or those that match a filter. */
export const CommentsCard = memo(function CommentsCard({ view }: { readonly view: SurveyView }) {
  const t = texts.surveys;
  const [filter, setFilter] = useState(allComments);
  const path = commentsPath(view.id, view.windowDays, filter);
  const found = useQuery<FoundComments>(path, everyMs);
  const matching = path !== undefined && found.viewPath === path ? found.view : undefined;
  const comments = path === undefined ? view.comments : (matching?.comments ?? []);
  const categories = categoriesOf[view.metric];
  return (
    <Card title={t.comments} note={count(matching?.total ?? comments.length)} className="span-12">
      <div className="filters">
        <SettledInput
          className="input search"
          label={t.searchComments}
          value={filter.q}
          onChange={(q) => {
            setFilter({ ...filter, q });
          }}
        />
        {categories.length > 0 && (
          <select
            className="input"
            aria-label={t.category}
            value={filter.category}
            onChange={(event) => {
              setFilter({ ...filter, category: event.target.value });
            }}
          >
            <option value="">{t.anyCategory}</option>
            {categories.map((category) => (
              <option key={category} value={category}>
                {wordFor(texts.categories, category)}
              </option>
            ))}
          </select>
        )}
        <select
          className="input"
          aria-label={t.channel}
          value={filter.channel}
          onChange={(event) => {
            setFilter({ ...filter, channel: event.target.value });
          }}
        >
          <option value="">{t.anyChannel}</option>
          {view.channels.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {found.problem !== undefined && <ProblemNote message={found.problem.message} onRetry={found.refresh} />}
      {matching?.isComplete === false && <p className="faint">{t.commentsCut}</p>}
      <CommentsList comments={comments} />
    </Card>
  );
});
