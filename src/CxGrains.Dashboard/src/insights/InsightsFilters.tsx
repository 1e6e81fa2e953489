import { SegmentSelect } from "../segments/SegmentSelect";
import { insightsTexts as t } from "../texts";
import { Segmented } from "../ui/Segmented";
import { windowOptions, type InsightsDays } from "./scope";

interface Props {
  readonly segment: string | undefined;
  readonly days: InsightsDays;
  readonly onChoose: (segment: string | undefined, days: InsightsDays) => void;
}

/** Whose insights, and over which window. */
export function InsightsFilters({ segment, days, onChoose }: Props) {
  return (
    <>
      <SegmentSelect
        label={t.segment}
        segment={segment}
        onChoose={(next) => {
          onChoose(next, days);
        }}
      />
      <Segmented
        label={t.window}
        options={windowOptions}
        value={days}
        onChange={(next) => {
          onChoose(segment, next);
        }}
      />
    </>
  );
}
