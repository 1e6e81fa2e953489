import { isAboutNobody } from "../api/alertRules";
import { alertTexts as t } from "../texts";
import { NumberField } from "../settings/NumberField";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import type { RulePart } from "./part";

const groupings = (["customer", "account"] as const).map((value) => ({ value, text: t.groupings[value] }));

/** How often it may be raised, and when nobody is told. */
export function QuietPart({ draft, change, problem }: RulePart) {
  const isQuiet = draft.quietFrom !== "" || draft.quietTo !== "";
  return (
    <fieldset className="rule-part">
      <legend>{t.quiet}</legend>
      <NumberField
        label={t.cooldown}
        value={draft.cooldownMinutes}
        field="cooldownMinutes"
        hint={t.cooldownHint}
        problem={problem}
        onChange={(cooldownMinutes) => {
          change({ cooldownMinutes });
        }}
      />
      {!isAboutNobody(draft.type) && (
        <SelectField
          label={t.grouping}
          value={draft.grouping}
          options={groupings}
          field="grouping"
          problem={problem}
          onChange={(grouping) => {
            change({ grouping });
          }}
        />
      )}
      <TextField
        label={t.from}
        type="time"
        value={draft.quietFrom}
        field="quietHours.from"
        hint={t.quietHint}
        problem={problem}
        onChange={(quietFrom) => {
          change({ quietFrom });
        }}
      />
      <TextField
        label={t.to}
        type="time"
        value={draft.quietTo}
        field="quietHours.to"
        problem={problem}
        onChange={(quietTo) => {
          change({ quietTo });
        }}
      />
      {isQuiet && (
        <>
          <TextField
            label={t.zone}
            value={draft.zone}
            field="quietHours.zone"
            problem={problem}
            onChange={(zone) => {
              change({ zone });
            }}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={draft.criticalPasses}
              onChange={(event) => {
                change({ criticalPasses: event.target.checked });
              }}
            />
            {t.criticalPasses}
          </label>
        </>
      )}
    </fieldset>
  );
}
