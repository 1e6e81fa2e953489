import type { AlertRecord } from "../api/alertViews";
import { count, percent } from "../format/numbers";
import { alertTexts as t } from "../texts";
import { Card } from "../ui/Card";

/** How right alerts of churn risk were, by what people said became of them. */
export function RecordCard({ record }: { readonly record: AlertRecord }) {
  const right = record.saved + record.lost;
  return (
    <Card title={t.record} className="alert-record">
      {record.precisionPercent === undefined ? (
        <p className="faint">{t.recordEmpty}</p>
      ) : (
        <p>
          <b>{t.recordOf(percent(record.precisionPercent), count(right), count(right + record.falseAlarms))}</b>{" "}
          <span className="faint">
            {t.recordParts(count(record.saved), count(record.lost), count(record.falseAlarms))}
          </span>
        </p>
      )}
    </Card>
  );
}
