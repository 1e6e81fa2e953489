import { memo } from "react";
import type { BandChangeView } from "../api/customerViews";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { toneOfBand } from "../ui/tone";

export const BandChangesCard = memo(function BandChangesCard({
  changes,
}: {
  readonly changes: readonly BandChangeView[];
}) {
  const t = texts.customer;
  return (
    <Card title={t.bandChanges}>
      {changes.length === 0 ? (
        <Empty title={t.noBandChanges} />
      ) : (
        <ul className="rows">
          {changes.map((change) => (
            <li key={change.at} className="row">
              <Chip tone={toneOfBand[change.to]}>{texts.bands[change.to]}</Chip>
              <p className="row-body dim">
                {t.bandFrom[change.from]}
                {change.alreadySo && ` · ${t.wasSo}`}
              </p>
              <span className="row-time faint">
                <Ago iso={change.at} thenDate />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
});
