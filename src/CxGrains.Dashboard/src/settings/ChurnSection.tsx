import type { Leaving } from "../api/settings";
import { settingsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import { NumberField } from "./NumberField";
import type { SectionProps } from "./section";

const leavings: readonly Leaving[] = ["silence", "cancellation"];

/** How far ahead churn looks, and what it means. */
export function ChurnSection({ draft, change, problem }: SectionProps) {
  return (
    <Card title={t.churn} className="span-6">
      <div className="form-row">
        <NumberField
          label={t.horizon}
          value={draft.horizonDays}
          field="churn.horizonDays"
          problem={problem}
          hint={t.churnHint}
          onChange={(horizonDays) => {
            change({ horizonDays });
          }}
        />
        <label className="field">
          <span>{t.leaving}</span>
          <select
            className="input"
            value={draft.leaving}
            aria-invalid={isOf(problem, "churn.leaving")}
            onChange={(event) => {
              change({ leaving: event.target.value as Leaving });
            }}
          >
            {leavings.map((leaving) => (
              <option key={leaving} value={leaving}>
                {t.leavings[leaving]}
              </option>
            ))}
          </select>
          <FieldProblem problem={problem} field="churn.leaving" />
        </label>
      </div>
    </Card>
  );
}
