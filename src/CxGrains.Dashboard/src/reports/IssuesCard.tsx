import type { IssueView } from "../api/reports";
import { dateTime, utcDate } from "../format/dates";
import { count } from "../format/numbers";
import { reportTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";

interface Props {
  readonly issues: readonly IssueView[] | undefined;
  readonly problem: string | undefined;
  readonly onRetry: () => void;
  readonly onRemove: (issue: string) => void;
}

/** The issues of a report, the newest first. */
export function IssuesCard({ issues, problem, onRetry, onRemove }: Props) {
  return (
    <Card title={t.issues} note={t.linkHint}>
      {problem !== undefined && <ProblemNote message={problem} onRetry={onRetry} />}
      {issues === undefined && problem === undefined && <Skeleton heightRem={10} />}
      {issues?.length === 0 && (
        <Empty title={t.noIssues}>
          <p>{t.noIssuesHint}</p>
        </Empty>
      )}
      {issues !== undefined && issues.length > 0 && (
        <ul className="rows">
          {issues.map((issue) => (
            <li key={issue.id} className="row" data-testid="issue-row">
              <Chip tone={issue.scheduled ? "good" : "plain"}>{issue.scheduled ? t.scheduled : t.byHand}</Chip>
              <div className="row-body">
                <p className="line">
                  <a href={issue.link} target="_blank" rel="noopener noreferrer">
                    {texts.span(utcDate(issue.from), utcDate(issue.to))}
                  </a>
                </p>
                <p className="line faint">
                  {dateTime(issue.issued)} · {issue.customers > 0 ? t.names(count(issue.customers)) : t.namesNobody}
                </p>
              </div>
              <button
                type="button"
                className="button small"
                onClick={() => {
                  onRemove(issue.id);
                }}
              >
                {t.removeIssue}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
