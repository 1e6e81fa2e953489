import type { Renewal } from "../api/accountViews";
import { dayOfYear, inDays } from "../format/dates";
import { texts } from "../texts";
import { Chip } from "../ui/Chip";
import { toneOfRenewal } from "./renewal";

/** When a contract renews: the days to go, and the date as its tip. */
export function RenewalText({ renewal }: { readonly renewal: Renewal | undefined }) {
  if (renewal === undefined) {
    return (
      <span className="faint" title={texts.accounts.renewalUnknown}>
        –
      </span>
    );
  }

  const { date, days, isPast, isRenewed } = renewal;
  const state = !isPast ? "" : isRenewed ? texts.accounts.renewed : texts.accounts.notRenewed;
  return (
    <Chip tone={toneOfRenewal(renewal)} title={[dayOfYear(date), state].filter((part) => part !== "").join(" · ")}>
      <time dateTime={date}>{inDays(days)}</time>
    </Chip>
  );
}
