import type { ModelView } from "../api/modelView";
import { count } from "../format/numbers";
import { modelTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Meter } from "../ui/Meter";

/** Whether the workspace's own model speaks or the prior, and what the model needs. */
export function SpeaksCard({ view }: { readonly view: ModelView }) {
  const isModel = view.source === "model";
  const { needs } = view;
  return (
    <Card title={t.speaks} note={t.within(t.predicts[view.leaving], view.horizonDays, count(view.horizonDays))}>
      <p className="model-source" data-testid="model-source">
        <Chip tone={isModel ? "accent" : "plain"}>{isModel ? t.model : t.prior}</Chip>{" "}
        <span className="dim">{isModel ? t.modelWords(view.learnedFrom, count(view.learnedFrom)) : t.priorWords}</span>
      </p>
      <h3>{t.needs}</h3>
      <ul className="needs">
        <Need name={t.outcomes} have={view.outcomes} needed={needs.outcomes} />
        <Need name={t.left} have={view.left} needed={needs.ofAKind} />
        <Need name={t.stayed} have={view.outcomes - view.left} needed={needs.ofAKind} />
      </ul>
    </Card>
  );
}

function Need({ name, have, needed }: { readonly name: string; readonly have: number; readonly needed: number }) {
  const isMet = have >= needed;
  return (
    <li>
      <span>{name}</span>
      <Meter share={needed === 0 ? 1 : have / needed} tone={isMet ? "good" : "plain"} />
      <span className="number">
        {isMet ? (
          <>
            {count(have)} <span className="text-good">{t.enough}</span>
          </>
        ) : (
          t.ofNeeded(count(have), count(needed))
        )}
      </span>
    </li>
  );
}
