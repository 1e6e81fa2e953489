import { share } from "../format/numbers";
import { settingsTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { NumberField } from "./NumberField";
import type { SectionProps } from "./section";
import { measures } from "./settingsDraft";

/** What each measure of health weighs. */
export function HealthSection({ draft, change, problem }: SectionProps) {
  const weights = measures.map((name) => Number(draft.weights[name]));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isWhole = problem?.field === "health.weights";
  return (
    <Card title={t.health} className="span-12">
      {isWhole ? <FieldProblem problem={problem} field="health.weights" /> : <p className="faint">{t.healthHint}</p>}
      <div className="weights">
        {measures.map((name, index) => (
          <NumberField
            key={name}
            label={texts.customer.measures[name]}
            value={draft.weights[name]}
            field={`health.weights.${name}`}
            problem={problem}
            hint={sum > 0 ? t.share(share(weights[index] ?? 0, sum)) : ""}
            onChange={(weight) => {
              change({ weights: { ...draft.weights, [name]: weight } });
            }}
          />
        ))}
      </div>
    </Card>
  );
}
