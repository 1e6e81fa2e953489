import { Link } from "react-router";
import { useWorkspace } from "../live/useTopic";
import { useMay } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SegmentTile } from "./SegmentTile";

export function SegmentsPage() {
  const workspace = useWorkspace();
  const mayManage = useMay("manage");
  const view = workspace.kind === "ready" ? workspace.view : undefined;
  const t = texts.segments;
  const create = mayManage && (
    <Link className="button primary" to="/segments/new">
      {t.create}
    </Link>
  );
  return (
    <>
      <PageHead title={t.title}>{create}</PageHead>
      {workspace.kind === "loading" && <Skeleton heightRem={30} />}
      {workspace.kind === "failed" && <ProblemNote message={workspace.reason} />}
      {view?.segments.length === 0 && (
        <Card title={t.title}>
          <Empty title={t.empty}>
            <p>{t.emptyHint}</p>
          </Empty>
        </Card>
      )}
      <ul className="tiles">
        {view?.segments.map((segment) => (
          <SegmentTile key={segment.id} segment={segment} customers={view.customers} />
        ))}
      </ul>
    </>
  );
}
