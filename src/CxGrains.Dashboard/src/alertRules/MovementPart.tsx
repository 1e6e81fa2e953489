import { directions, movedMetrics } from "../api/alertRules";
import type { WorkspaceSettings } from "../api/settings";
import { useQuery } from "../api/useQuery";
import { useWorkspace } from "../live/useTopic";
import { alertTexts as t, texts } from "../texts";
import { NumberField } from "../settings/NumberField";
import { SelectField } from "../ui/SelectField";
import type { RulePart } from "./part";

const directionOptions = directions.map((value) => ({ value, text: t.directions[value] }));
const metricOptions = movedMetrics.map((value) => ({ value, text: texts.metrics[value] }));
const nothing = { value: "", text: "–" };

/** The survey, segment or goal that a rule watches as a whole. */
export function MovementPart({ draft, change, problem }: RulePart) {
  const workspace = useWorkspace();
  const settings = useQuery<WorkspaceSettings>(draft.type === "goalOffTrack" ? "settings" : undefined, 60_000);
  const { surveys, segments } = workspace.kind === "ready" ? workspace.view : { surveys: [], segments: [] };
  const named = (known: readonly { readonly id: string; readonly name: string }[]) =>
    known.map(({ id, name }) => ({ value: id, text: name }));
  if (draft.type === "goalOffTrack") {
    return (
      <SelectField
        label={t.goal}
        value={draft.goal}
        options={[nothing, ...named(settings.view?.goals ?? [])]}
        field="condition.goal"
        problem={problem}
        onChange={(goal) => {
          change({ goal });
        }}
      />
    );
  }

  return (
    <>
      {draft.type === "surveyMoved" ? (
        <SelectField
          label={t.survey}
          value={draft.survey}
          options={[nothing, ...named(surveys)]}
          field="condition.survey"
          problem={problem}
          onChange={(survey) => {
            change({ survey });
          }}
        />
      ) : (
        <>
          <SelectField
            label={t.segment}
            value={draft.movedSegment}
            options={[{ value: "", text: t.everybody }, ...named(segments)]}
            field="condition.segment"
            problem={problem}
            onChange={(movedSegment) => {
              change({ movedSegment });
            }}
          />
          <SelectField
            label={t.metric}
            value={draft.metric}
            options={metricOptions}
            field="condition.metric"
            problem={problem}
            onChange={(metric) => {
              change({ metric });
            }}
          />
        </>
      )}
      <SelectField
        label={t.direction}
        value={draft.direction}
        options={directionOptions}
        field="condition.direction"
        problem={problem}
        onChange={(direction) => {
          change({ direction });
        }}
      />
      <NumberField
        label={t.windowDays}
        value={draft.windowDays}
        field="condition.windowDays"
        problem={problem}
        onChange={(windowDays) => {
          change({ windowDays });
        }}
      />
    </>
  );
}
