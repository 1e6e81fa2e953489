import { memo } from "react";
import type { PopulationAdvocacyView } from "../api/insightsViews";
import { count, fixed, percent } from "../format/numbers";
import { insightsTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";

/** Promoters who act on it, and how many customers brought others. */
export const AdvocacySummary = memo(function AdvocacySummary({
  advocacy,
}: {
  readonly advocacy: PopulationAdvocacyView;
}) {
  const { referralRate: rate, referralRateLow: low, referralRateHigh: high } = advocacy;
  return (
    <Card title={t.advocacy} note={texts.customers.found(advocacy.customers, count(advocacy.customers))}>
      {rate === undefined ? (
        <Empty title={texts.score.status.notEnoughData} />
      ) : (
        <dl className="facts">
          <dt>{t.promoters}</dt>
          <dd>
            <b>{count(advocacy.promoters)}</b>
          </dd>
          <dt>{t.advocates}</dt>
          <dd>
            <b>{count(advocacy.advocates)}</b> <span className="faint">{t.advocatesHint}</span>
          </dd>
          <dt>{t.referrers}</dt>
          <dd>
            <b>{count(advocacy.referrers)}</b>{" "}
            <span className="faint">
              {t.referralRate(
                percent(rate, 1),
                low === undefined || high === undefined
                  ? texts.score.marginUnknown
                  : `${fixed(low, 1)} – ${percent(high, 1)}`,
              )}
            </span>
          </dd>
        </dl>
      )}
    </Card>
  );
});
