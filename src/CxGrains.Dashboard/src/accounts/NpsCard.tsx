import type { NpsView } from "../api/views";
import { count } from "../format/numbers";
import { npsText } from "../scores/scoreText";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { NpsSplit } from "../ui/NpsSplit";
import { ScoreBlock } from "../ui/ScoreBlock";

/** The NPS of a company's people. */
export function NpsCard({ nps }: { readonly nps: NpsView }) {
  return (
    <Card
      title={texts.metrics.nps}
      tip={texts.metricHints.nps}
      note={texts.score.answers(nps.responses, count(nps.responses))}
    >
      <ScoreBlock text={npsText(nps)} testId="account-nps" />
      {nps.status === "ok" && <NpsSplit nps={nps} />}
      <p className="card-foot faint">{texts.score.latest}</p>
    </Card>
  );
}
