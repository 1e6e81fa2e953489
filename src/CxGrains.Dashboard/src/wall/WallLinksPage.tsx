import type { WallLinkList } from "../api/access";
import { useQuery } from "../api/useQuery";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { WallLinkForm } from "./WallLinkForm";
import { WallLinkRow } from "./WallLinkRow";

const everyMs = 15_000;

/** The links that show the overview to a screen on a wall; for managers. */
export function WallLinksPage() {
  const { view, problem, refresh } = useQuery<WallLinkList>("wall-links", everyMs);
  const t = texts.wall;
  return (
    <>
      <PageHead title={t.links} />
      <p className="page-hint">{t.hint}</p>
      {view === undefined && problem === undefined && <Skeleton heightRem={20} />}
      {view === undefined && problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view !== undefined && (
        <div className="grid">
          <WallLinkForm onChanged={refresh} />
          <Card title={t.links} note={count(view.links.length)} className="span-6">
            {view.links.length === 0 ? (
              <Empty title={t.none} />
            ) : (
              <ul className="connections">
                {view.links.map((link) => (
                  <WallLinkRow key={link.id} link={link} onChanged={refresh} />
                ))}
              </ul>
            )}
          </Card>
        </div>
      )}
    </>
  );
}
