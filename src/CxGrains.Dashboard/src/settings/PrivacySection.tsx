import type { ConsentDefault } from "../api/settings";
import { privacyTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import type { SectionProps } from "./section";

const defaults: readonly ConsentDefault[] = ["granted", "denied"];

/** What holds for customers who never spoke of consent. */
export function PrivacySection({ draft, change, problem }: SectionProps) {
  return (
    <Card title={t.privacy} className="span-6">
      <label className="field">
        <span>{t.defaultLabel}</span>
        <select
          className="input"
          value={draft.privacy.consentDefault}
          aria-invalid={isOf(problem, "privacy.consentDefault")}
          onChange={(event) => {
            change({ privacy: { ...draft.privacy, consentDefault: event.target.value as ConsentDefault } });
          }}
        >
          {defaults.map((value) => (
            <option key={value} value={value}>
              {t.defaults[value]}
            </option>
          ))}
        </select>
        <FieldProblem problem={problem} field="privacy.consentDefault" />
        <small className="faint">{t.defaultHint}</small>
      </label>
    </Card>
  );
}
