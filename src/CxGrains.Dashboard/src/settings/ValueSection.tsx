import { settingsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { NumberField } from "./NumberField";
import type { SectionProps } from "./section";

/** How far ahead purchases are expected, and what later money is worth. */
export function ValueSection({ draft, change, problem }: SectionProps) {
  return (
    <Card title={t.value} className="span-6">
      <div className="form-row">
        <NumberField
          label={t.valueHorizon}
          value={draft.valueHorizonDays}
          field="value.horizonDays"
          problem={problem}
          onChange={(valueHorizonDays) => {
            change({ valueHorizonDays });
          }}
        />
        <NumberField
          label={t.discount}
          value={draft.discountRatePercent}
          field="value.discountRatePercent"
          problem={problem}
          onChange={(discountRatePercent) => {
            change({ discountRatePercent });
          }}
        />
      </div>
    </Card>
  );
}
