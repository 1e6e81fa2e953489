import type { SegmentSummary } from "../api/views";
import { count } from "../format/numbers";
import { settingsTexts as t } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf, type FormProblem } from "../ui/formProblem";
import { NumberField } from "./NumberField";
import type { SlaDraft } from "./settingsDraft";

interface Props {
  readonly target: SlaDraft;
  readonly index: number;
  readonly segments: readonly SegmentSummary[];
  readonly problem: FormProblem | undefined;
  readonly onChange: (part: Partial<SlaDraft>) => void;
  readonly onRemove: () => void;
  readonly onUp: () => void;
}

/** One target: for whom, and how soon. */
export function SlaRow({ target, index, segments, problem, onChange, onRemove, onUp }: Props) {
  const path = `sla[${index}]`;
  const isListed = target.segment === "" || segments.some((segment) => segment.id === target.segment);
  return (
    <li aria-label={t.target(count(index + 1))}>
      <label className="field">
        <span>{t.channel}</span>
        <input
          className="input"
          value={target.channel}
          aria-invalid={isOf(problem, `${path}.channel`)}
          onChange={(event) => {
            onChange({ channel: event.target.value });
          }}
        />
        <FieldProblem problem={problem} field={`${path}.channel`} />
      </label>
      <label className="field">
        <span>{t.segment}</span>
        <select
          className="input"
          value={target.segment}
          onChange={(event) => {
            onChange({ segment: event.target.value });
          }}
        >
          <option value="">{t.anySegment}</option>
          {!isListed && <option value={target.segment}>{target.segment}</option>}
          {segments.map((segment) => (
            <option key={segment.id} value={segment.id}>
              {segment.name}
            </option>
          ))}
        </select>
        <FieldProblem problem={problem} field={`${path}.segment`} />
      </label>
      <NumberField
        label={t.firstReply}
        value={target.firstReplyMinutes}
        field={`${path}.firstReplyMinutes`}
        problem={problem}
        onChange={(firstReplyMinutes) => {
          onChange({ firstReplyMinutes });
        }}
      />
      <NumberField
        label={t.resolution}
        value={target.resolutionMinutes}
        field={`${path}.resolutionMinutes`}
        problem={problem}
        onChange={(resolutionMinutes) => {
          onChange({ resolutionMinutes });
        }}
      />
      <span className="sla-buttons">
        <button
          type="button"
          className="icon-button"
          aria-label={t.up}
          title={t.up}
          disabled={index === 0}
          onClick={onUp}
        >
          ↑
        </button>
        <button type="button" className="icon-button" aria-label={t.remove} title={t.remove} onClick={onRemove}>
          ×
        </button>
      </span>
    </li>
  );
}
