import { count } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
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
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  const isListed = segment === undefined || segments.some((item) => item.id === segment);
  return (
    <>
      <select
        className="input"
        aria-label={t.segment}
        value={segment ?? ""}
        onChange={(event) => {
          onChoose(event.target.value === "" ? undefined : event.target.value, days);
        }}
      >
        <option value="">{t.everybody}</option>
        {!isListed && <option value={segment}>{segment}</option>}
        {segments.map((item) => (
          <option key={item.id} value={item.id}>
            {item.name}
          </option>
        ))}
      </select>
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
