import { memo } from "react";
import type { HealthView } from "../api/customerViews";
import { date } from "../format/dates";
import { count, percent, signed } from "../format/numbers";
import { toneOfHealth } from "../scores/healthTone";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";
import { HealthMeasureRow } from "./HealthMeasureRow";

/** How healthy, of what that is made, and what moved it since the week began. */
export const HealthCard = memo(function HealthCard({ health }: { readonly health: HealthView }) {
  const t = texts.customer;
  const change = health.changeSinceLastWeek;
  return (
    <Card title={t.health} note={t.since(date(health.since))} className="span-6">
      {health.score === undefined ? (
        <Empty title={t.healthEmpty} />
      ) : (
        <>
          <p className="score">
            <span className="score-value" data-testid="customer-health">
              {count(health.score)}
            </span>{" "}
            <span className="score-margin">
              {t.ofHundred} · {change === undefined ? t.changeUnknown : t.changeSince(signed(change, 1))}
            </span>
          </p>
          <Meter share={health.score / 100} tone={toneOfHealth(health.score)} />
        </>
      )}
      <table className="table measures">
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col" className="number">
              {t.measureValue}
            </th>
            <td className="measure-bar" />
            <th scope="col" className="number">
              {t.weight}
            </th>
            <th scope="col" className="number">
              {t.sinceMonday}
            </th>
          </tr>
        </thead>
        <tbody>
          {health.measures.map((measure) => (
            <HealthMeasureRow key={measure.name} measure={measure} weight={percent(measure.weight)} />
          ))}
        </tbody>
      </table>
    </Card>
  );
});
