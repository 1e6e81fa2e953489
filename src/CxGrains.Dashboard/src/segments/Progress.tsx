import { percent } from "../format/numbers";
import { texts } from "../texts";

/** How far the re-evaluation after a changed rule is. */
export function Progress({ progress }: { readonly progress: number }) {
  if (progress >= 1) {
    return <span>{texts.segments.progressDone}</span>;
  }

  return (
    <span className="evaluating">
      <progress value={progress} max={1} aria-label={texts.segments.progress} />{" "}
      {texts.segments.evaluating(percent(Math.floor(progress * 100)))}
    </span>
  );
}
