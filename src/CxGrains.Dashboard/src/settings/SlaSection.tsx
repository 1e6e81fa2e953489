import { useWorkspace } from "../live/useTopic";
import { settingsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { isOf } from "../ui/formProblem";
import type { SectionProps } from "./section";
import type { SlaDraft } from "./settingsDraft";
import { SlaRow } from "./SlaRow";

/** How soon tickets are to be answered and resolved; the order counts. */
export function SlaSection({ draft, change, problem }: SectionProps) {
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  const { sla } = draft;
  const set = (rows: readonly SlaDraft[]) => {
    change({ sla: rows });
  };
  return (
    <Card title={t.sla} className="span-12">
      <p className="faint">{sla.length === 0 ? t.slaEmpty : t.slaHint}</p>
      {problem?.field === "sla" && (
        <p className="field-problem" role="alert">
          {problem.message}
        </p>
      )}
      <ol className="sla">
        {sla.map((target, index) => (
          <SlaRow
            key={target.key}
            target={target}
            index={index}
            segments={segments}
            problem={isOf(problem, `sla[${index}]`) ? problem : undefined}
            onChange={(part) => {
              set(sla.map((row) => (row.key === target.key ? { ...row, ...part } : row)));
            }}
            onRemove={() => {
              set(sla.filter((row) => row.key !== target.key));
            }}
            onUp={() => {
              const before = sla[index - 1];
              if (before !== undefined) {
                set(sla.map((row, place) => (place === index - 1 ? target : place === index ? before : row)));
              }
            }}
          />
        ))}
      </ol>
      <button
        type="button"
        className="button"
        onClick={() => {
          const key = Math.max(-1, ...sla.map((row) => row.key)) + 1;
          set([...sla, { key, channel: "", segment: "", firstReplyMinutes: "", resolutionMinutes: "" }]);
        }}
      >
        {t.add}
      </button>
    </Card>
  );
}
