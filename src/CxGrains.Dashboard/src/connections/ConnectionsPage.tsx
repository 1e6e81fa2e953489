import { useQuery } from "../api/useQuery";
import type { ConnectionList } from "../api/connections";
import { connectionsTexts as t } from "../texts";
import { useMay } from "../session/useSession";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { ConnectionForm } from "./ConnectionForm";
import { ConnectionsCard } from "./ConnectionsCard";
import { QuarantineCard } from "./QuarantineCard";
import { SourcesCard } from "./SourcesCard";
import { UploadCard } from "./UploadCard";

const everyMs = 10_000;

/** Where the workspace hears its customers, and the tools that are connected. */
export function ConnectionsPage() {
  const isAdmin = useMay("admin");
  return (
    <>
      <PageHead title={t.title} />
      <p className="page-hint">{isAdmin ? t.hint : t.readOnly}</p>
      <div className="grid">
        <SourcesCard />
        {isAdmin && <AdminCards />}
      </div>
    </>
  );
}

function AdminCards() {
  const { view, problem, refresh } = useQuery<ConnectionList>("connections", everyMs);
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={20} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  return (
    <>
      <ConnectionsCard connections={view.connections} onChanged={refresh} />
      <QuarantineCard />
      <ConnectionForm kinds={view.kinds} onChanged={refresh} />
      <UploadCard />
    </>
  );
}
