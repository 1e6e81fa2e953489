import { count, share } from "../format/numbers";
import { texts } from "../texts";
import { Meter } from "../ui/Meter";
import { useRuleCount } from "./useRuleCount";

/** How many customers the rule would have as it stands in the form. */
export function LiveCount({ json }: { readonly json: string }) {
  const t = texts.segments;
  const counted = useRuleCount(json);
  const found = counted?.count;
  return (
    <div className="live-count" role="status" aria-busy={counted?.json !== json}>
      {counted === undefined && <p className="faint">{t.counting}</p>}
      {counted?.problem !== undefined && <p className="faint">{t.countUnknown}</p>}
      {found !== undefined && (
        <>
          <p>
            <b data-testid="rule-count">{found.isExact ? count(found.count) : t.countAbout(count(found.count))}</b>{" "}
            <span className="faint">
              {t.countOf(count(found.total), share(found.count, found.total))}
              {!found.isExact && ` · ${t.countSample(count(found.looked), count(found.marginOfError ?? 0))}`}
            </span>
          </p>
          <Meter share={found.total === 0 ? 0 : found.count / found.total} tone="accent" />
        </>
      )}
    </div>
  );
}
