import type { ResponseRateView } from "../api/views";
import { count, percent } from "../format/numbers";
import { texts } from "../texts";

/** Answers per survey sent; where it cannot be told it says why. */
export function ResponseRate({ rate }: { readonly rate: ResponseRateView }) {
  const t = texts.surveys;
  if (rate.status === "ok" && rate.percent !== undefined) {
    return (
      <>
        <b>{percent(rate.percent, 1)}</b>{" "}
        <span className="faint">{t.rateOf(count(rate.responses), count(rate.sent))}</span>
      </>
    );
  }

  return <span className="faint">{rate.sent > 0 ? t.rateOver : t.rateUnknown}</span>;
}
