import type { DestinationView } from "../api/destinations";
import { deliveryTexts as t } from "../texts";
import { count } from "../format/numbers";
import { Chip } from "../ui/Chip";

/** How a destination fares, in a few words. */
export function DestinationChips({ destination }: { readonly destination: DestinationView }) {
  const { enabled, disabledBecause, waiting, dead } = destination;
  return (
    <span className="chips">
      {enabled ? (
        <Chip tone="good">{t.on}</Chip>
      ) : (
        <Chip tone={disabledBecause === undefined ? "plain" : "bad"}>{t.disabled}</Chip>
      )}
      {waiting > 0 && <Chip tone="warn">{t.waiting(count(waiting))}</Chip>}
      {dead > 0 && <Chip tone="bad">{t.dead(count(dead))}</Chip>}
    </span>
  );
}
