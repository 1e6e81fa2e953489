import { signed } from "../format/numbers";
import { arrowOf, toneOfChange, type ScoreChange } from "../scores/change";
import { texts } from "../texts";

interface Props {
  readonly change: ScoreChange | undefined;
  readonly decimals: number;
}

/** A change with its direction as a sign, and in words whether it is more than chance. */
export function Delta({ change, decimals }: Props) {
  if (change === undefined) {
    return <span className="faint">{texts.score.noChange}</span>;
  }

  return (
    <span title={texts.score.change(signed(change.difference, decimals))}>
      <b className={`text-${toneOfChange(change)}`}>
        <span aria-hidden="true">{arrowOf(change.difference)}</span> {signed(change.difference, decimals)}
      </b>{" "}
      {change.isReal === undefined ? "" : change.isReal ? texts.score.real : texts.score.noise}
    </span>
  );
}
