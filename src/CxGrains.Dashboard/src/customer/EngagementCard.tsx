import { memo } from "react";
import type { EngagementView } from "../api/customerViews";
import { count, fixed } from "../format/numbers";
import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { Meter } from "../ui/Meter";

const driversMax = 6;

/** How engaged, and by what. */
export const EngagementCard = memo(function EngagementCard({ engagement }: { readonly engagement: EngagementView }) {
  const t = texts.customer;
  if (engagement.status !== "ok" || engagement.score === undefined) {
    return (
      <Card title={t.engagement}>
        <Empty title={t.engagementEmpty} />
      </Card>
    );
  }

  const drivers = engagement.drivers ?? [];
  const largest = Math.max(0.01, ...drivers.map((driver) => driver.points));
  return (
    <Card title={t.engagement}>
      <p className="score">
        <span className="score-value" data-testid="customer-engagement">
          {count(engagement.score)}
        </span>{" "}
        <span className="score-margin">{t.ofHundred}</span>
      </p>
      <Meter share={engagement.score / 100} tone="accent" />
      <h3>{t.madeOf}</h3>
      <ul className="drivers">
        {drivers.slice(0, driversMax).map((driver) => (
          <li key={driver.kind}>
            <span className="driver-text capital">{wordFor(texts.activities, driver.kind)}</span>
            <Meter share={driver.points / largest} tone="accent" />
            <span className="driver-number">{t.points(fixed(driver.points, 1))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
});
