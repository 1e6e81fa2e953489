import type { ConsentDefault } from "../api/settings";
import { privacyTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import { NumberField } from "./NumberField";
import type { SectionProps } from "./section";
import { privacyDays } from "./settingsDraft";

const defaults: readonly ConsentDefault[] = ["granted", "denied"];

/** Who is profiled without having spoken of it, and how long personal data is kept. */
export function PrivacySection({ draft, change, problem }: SectionProps) {
  return (
    <Card title={t.privacy} className="span-12">
      <div className="settings-privacy">
        <label className="field">
          <span>{t.defaultLabel}</span>
          <select
            className="input"
            value={draft.consentDefault}
            aria-invalid={isOf(problem, "privacy.consentDefault")}
            onChange={(event) => {
              change({ consentDefault: event.target.value as ConsentDefault });
            }}
          >
            {defaults.map((value) => (
              <option key={value} value={value}>
                {t.defaults[value]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="privacy.consentDefault" hint={t.defaultHint} />
        </label>
        {privacyDays.map((name) => (
          <NumberField
            key={name}
            label={t.days[name]}
            value={draft.privacyDays[name]}
            field={`privacy.${name}`}
            hint={t.daysHints[name]}
            problem={problem}
            onChange={(value) => {
              change({ privacyDays: { ...draft.privacyDays, [name]: value } });
            }}
          />
        ))}
      </div>
    </Card>
  );
}
