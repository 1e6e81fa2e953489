import { cadences, weekdays } from "../api/reports";
import { hourOfDay, weekday } from "../format/dates";
import { NumberField } from "../settings/NumberField";
import { reportTexts as t } from "../texts";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import type { ReportPart } from "./part";

const cadenceOptions = cadences.map((value) => ({ value, text: t.cadences[value] }));
const weekdayOptions = weekdays.map((value, number) => ({ value, text: weekday(number) }));
const hourOptions = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), text: hourOfDay(hour) }));

/** When the report is issued. */
export function SchedulePart({ draft, change, problem }: ReportPart) {
  return (
    <fieldset className="rule-part">
      <legend>{t.schedule}</legend>
      <SelectField
        label={t.every}
        value={draft.every}
        options={cadenceOptions}
        field="schedule.every"
        problem={problem}
        onChange={(every) => {
          change({ every });
        }}
      />
      {draft.every === "weekly" ? (
        <SelectField
          label={t.weekday}
          value={draft.weekday}
          options={weekdayOptions}
          field="schedule.weekday"
          problem={problem}
          onChange={(on) => {
            change({ weekday: on });
          }}
        />
      ) : (
        <NumberField
          label={t.day}
          value={draft.day}
          field="schedule.day"
          hint={t.dayHint}
          problem={problem}
          onChange={(day) => {
            change({ day });
          }}
        />
      )}
      <SelectField
        label={t.hour}
        value={draft.hour}
        options={hourOptions}
        field="schedule.hour"
        problem={problem}
        onChange={(hour) => {
          change({ hour });
        }}
      />
      <TextField
        label={t.zone}
        value={draft.zone}
        field="schedule.zone"
        hint={t.zoneHint}
        problem={problem}
        onChange={(zone) => {
          change({ zone });
        }}
      />
    </fieldset>
  );
}
