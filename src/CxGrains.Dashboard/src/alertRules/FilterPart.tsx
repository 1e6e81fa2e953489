import { useWorkspace } from "../live/useTopic";
import { alertTexts as t } from "../texts";
import { NumberField } from "../settings/NumberField";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import type { RulePart } from "./part";

/** Whom the rule is about. */
export function FilterPart({ draft, change, problem }: RulePart) {
  const workspace = useWorkspace();
  const segments = workspace.kind === "ready" ? workspace.view.segments : [];
  return (
    <fieldset className="rule-part">
      <legend>{t.filter}</legend>
      <SelectField
        label={t.segment}
        value={draft.segment}
        options={[
          { value: "", text: t.everybody },
          ...segments.map((segment) => ({ value: segment.id, text: segment.name })),
        ]}
        field="filter.segment"
        problem={problem}
        onChange={(segment) => {
          change({ segment });
        }}
      />
      <NumberField
        label={t.valueMin}
        value={draft.valueMin}
        field="filter.valueMin"
        problem={problem}
        onChange={(valueMin) => {
          change({ valueMin });
        }}
      />
      <TextField
        label={t.account}
        value={draft.account}
        field="filter.account"
        problem={problem}
        onChange={(account) => {
          change({ account });
        }}
      />
    </fieldset>
  );
}
