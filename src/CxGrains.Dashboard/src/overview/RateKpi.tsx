import { compact, fixed } from "../format/numbers";
import { texts } from "../texts";
import { Sparkline } from "../ui/Sparkline";
import { FigureKpi } from "./FigureKpi";
import { useSamples } from "./useSamples";

interface Props {
  readonly perSecond: number;
  readonly interactions: number;
}

/** How much comes in, and the last minute of it. */
export function RateKpi({ perSecond, interactions }: Props) {
  const samples = useSamples(perSecond);
  return (
    <FigureKpi
      title={texts.overview.interactions}
      note={texts.overview.perSecond}
      value={fixed(perSecond, perSecond < 100 ? 1 : 0)}
      testId="kpi-rate"
      detail={texts.overview.counted(compact(interactions))}
    >
      <Sparkline values={samples} tone="plain" />
    </FigureKpi>
  );
}
