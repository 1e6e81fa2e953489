import { useQuery } from "../api/useQuery";
import type { CustomerPage } from "../api/customerViews";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { AtRiskCard } from "./AtRiskCard";

const shownMax = 8;

/** Who of a segment is about to leave; fetched every few seconds, as only all customers' are live. */
export function SegmentAtRisk({ segment }: { readonly segment: string }) {
  const path = `customers?band=high&limit=${shownMax}&segment=${encodeURIComponent(segment)}`;
  const { view, viewPath, problem, refresh } = useQuery<CustomerPage>(path, 4000);
  if (view !== undefined && viewPath === path) {
    return <AtRiskCard customers={view.customers} total={view.total} segment={segment} />;
  }

  return (
    <div className="span-8">
      {problem === undefined ? (
        <Skeleton heightRem={20} />
      ) : (
        <ProblemNote message={problem.message} onRetry={refresh} />
      )}
    </div>
  );
}
