import type { NpsView } from "../api/views";
import { texts } from "../texts";
import { StackedBar } from "./StackedBar";

/** What an NPS is made of. */
export function NpsSplit({ nps }: { readonly nps: NpsView }) {
  const words = texts.categoriesPlural;
  return (
    <StackedBar
      label={texts.metricNames.nps}
      parts={[
        { label: words.promoters, value: nps.promoters ?? 0, tone: "good" },
        { label: words.passives, value: nps.passives ?? 0, tone: "plain" },
        { label: words.detractors, value: nps.detractors ?? 0, tone: "bad" },
      ]}
    />
  );
}
