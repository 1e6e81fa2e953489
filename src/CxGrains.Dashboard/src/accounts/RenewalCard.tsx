import type { Renewal } from "../api/accountViews";
import { dayOfYear, inDays } from "../format/dates";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";
import { Empty } from "../ui/Empty";
import { toneOfRenewal } from "./renewal";

/** When the contract renews, with the days to go. */
export function RenewalCard({ renewal }: { readonly renewal: Renewal | undefined }) {
  const t = texts.accounts;
  if (renewal === undefined) {
    return (
      <Card title={t.renewal} className="span-4">
        <Empty title={t.renewalUnknown}>
          <p>{t.renewalHint}</p>
        </Empty>
      </Card>
    );
  }

  const { date, days, isPast, isRenewed } = renewal;
  return (
    <Card title={t.renewal} className="span-4">
      <div className="score">
        <span className="score-value" data-testid="account-renewal">
          <time dateTime={date}>{dayOfYear(date)}</time>
        </span>
      </div>
      <Chip tone={toneOfRenewal(renewal)}>
        {inDays(days)}
        {isPast && ` · ${isRenewed ? t.renewed : t.notRenewed}`}
      </Chip>
    </Card>
  );
}
