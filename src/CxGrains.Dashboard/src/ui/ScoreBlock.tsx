import type { ScoreText } from "../scores/scoreText";
import { texts } from "../texts";

interface Props {
  readonly text: ScoreText | undefined;
  readonly testId?: string;
}

/** A large score with its uncertainty; words where there is too little data. */
export function ScoreBlock({ text, testId }: Props) {
  if (text === undefined) {
    return (
      <div className="score">
        <span className="score-none" data-testid={testId}>
          {texts.score.status.notEnoughData}
        </span>
      </div>
    );
  }

  return (
    <div className="score">
      <span className="score-value" data-testid={testId}>
        {text.value}
      </span>{" "}
      <span className="score-margin">{text.uncertainty === "" ? texts.score.marginUnknown : text.uncertainty}</span>
    </div>
  );
}
