import { windowOptions, windows, type Scope } from "../insights/scope";
import { SegmentSelect } from "../segments/SegmentSelect";
import { texts } from "../texts";
import { Segmented } from "../ui/Segmented";

interface Props {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

const latest = 0;

/** Whose figures, and of which answers, for the whole page. */
export function ScopePicker({ scope, onChange }: Props) {
  const options = [{ value: latest, text: texts.overview.windowLatest }, ...windowOptions];
  return (
    <>
      <SegmentSelect
        label={texts.overview.scope}
        segment={scope.segment}
        onChoose={(segment) => {
          onChange({ ...scope, segment });
        }}
      />
      <Segmented
        label={texts.overview.window}
        options={options}
        value={scope.days ?? latest}
        onChange={(value) => {
          onChange({ ...scope, days: windows.find((window) => window === value) });
        }}
      />
    </>
  );
}
