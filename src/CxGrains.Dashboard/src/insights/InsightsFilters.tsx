import { count } from "../format/numbers";
import { SegmentSelect } from "../segments/SegmentSelect";
import { insightsTexts as t } from "../texts";
import { Segmented } from "../ui/Segmented";
import { windows, type InsightsDays } from "./insightsParams";

interface Props {
  readonly segment: string | undefined;
  readonly days: InsightsDays;
  readonly onChoose: (segment: string | undefined, days: InsightsDays) => void;
}

const options = windows.map((value) => ({ value, text: value === 365 ? t.year : t.days(count(value)) }));

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
        options={options}
        value={days}
        onChange={(next) => {
          onChoose(segment, next);
        }}
      />
    </>
  );
}
