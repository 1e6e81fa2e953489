import { Link } from "react-router";
import type { DestinationList } from "../api/destinations";
import { useQuery } from "../api/useQuery";
import { useRemovals } from "../removals/useRemovals";
import { deliveryTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { DestinationRow } from "./DestinationRow";

/** Where the workspace's alerts are sent. */
export function DestinationsPage() {
  return (
    <>
      <PageHead title={t.title}>
        <Link className="button primary" to="/destinations/new">
          {t.create}
        </Link>
      </PageHead>
      <p className="page-hint">{t.hint}</p>
      <Destinations />
    </>
  );
}

function Destinations() {
  const { view, askedMs, problem, refresh } = useQuery<DestinationList>("destinations", 5000);
  const { isRemoved } = useRemovals();
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={20} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const destinations = view.destinations.filter(
    ({ id }) => !isRemoved(`destinations/${encodeURIComponent(id)}`, askedMs),
  );
  return (
    <Card title={t.title}>
      {destinations.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {destinations.map((destination) => (
            <DestinationRow key={destination.id} destination={destination} />
          ))}
        </ul>
      )}
    </Card>
  );
}
