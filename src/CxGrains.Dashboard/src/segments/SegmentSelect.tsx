import { useWorkspace } from "../live/useTopic";
import { insightsTexts } from "../texts";

interface Props {
  readonly label: string;
  /** Undefined for all customers. */
  readonly segment: string | undefined;
  readonly onChoose: (segment: string | undefined) => void;
}

/** All customers, or a segment of them. */
export function SegmentSelect({ label, segment, onChoose }: Props) {
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  const isListed = segment === undefined || segments.some((item) => item.id === segment);
  return (
    <select
      className="input"
      aria-label={label}
      value={segment ?? ""}
      onChange={(event) => {
        onChoose(event.target.value === "" ? undefined : event.target.value);
      }}
    >
      <option value="">{insightsTexts.everybody}</option>
      {!isListed && <option value={segment}>{segment}</option>}
      {segments.map((item) => (
        <option key={item.id} value={item.id}>
          {item.name}
        </option>
      ))}
    </select>
  );
}
