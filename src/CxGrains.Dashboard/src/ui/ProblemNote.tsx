import { texts } from "../texts";

interface Props {
  readonly message: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, in the server's words, and a way on. */
export function ProblemNote({ message, onRetry }: Props) {
  return (
    <div className="problem" role="alert">
      <p>
        <b>{texts.problems.title}.</b> <bdi>{message}</bdi>
      </p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {texts.problems.retry}
        </button>
      )}
    </div>
  );
}
