import type { CommentView } from "../api/views";
import { count } from "../format/numbers";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { CustomerLink } from "../ui/CustomerLink";
import { Empty } from "../ui/Empty";
import { toneOfCategory } from "../ui/tone";

/** In the customers' own words, newest first. */
export function CommentsList({ comments }: { readonly comments: readonly CommentView[] }) {
  return (
    <>
      {comments.length === 0 ? (
        <Empty title={texts.surveys.noComments} />
      ) : (
        <ul className="rows comments">
          {comments.map((comment) => (
            <li key={`${comment.customer} ${comment.at}`} className="row">
              <Chip tone={toneOfCategory(comment.category)}>{count(comment.score)}</Chip>
              <div className="row-body">
                <p className="comment">
                  <bdi>“{comment.text}”</bdi>
                </p>
                <p className="faint">
                  <CustomerLink id={comment.customer} name={comment.name} />
                  {comment.category !== undefined && ` · ${wordFor(texts.categories, comment.category)}`}
                  {comment.channel !== undefined && (
                    <>
                      {" · "}
                      <bdi>{comment.channel}</bdi>
                    </>
                  )}
                </p>
              </div>
              <span className="row-time faint">
                <Ago iso={comment.at} thenDate />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
