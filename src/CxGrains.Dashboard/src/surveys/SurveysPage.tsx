import { Link } from "react-router";
import { useWorkspace } from "../live/useTopic";
import { curlAnswer } from "../overview/curlLines";
import { useMay } from "../session/useSession";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { CopyLine } from "../ui/CopyLine";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { SurveyTile } from "./SurveyTile";

export function SurveysPage() {
  const workspace = useWorkspace();
  const mayManage = useMay("manage");
  const surveys = workspace.kind === "ready" ? workspace.view.surveys : undefined;
  return (
    <>
      <PageHead title={texts.surveys.title}>
        {mayManage && (
          <Link className="button primary" to="/surveys/new">
            {texts.surveys.create}
          </Link>
        )}
      </PageHead>
      {workspace.kind === "loading" && <Skeleton heightRem={30} />}
      {workspace.kind === "failed" && <ProblemNote message={workspace.reason} />}
      {surveys?.length === 0 && (
        <Card title={texts.surveys.title}>
          <Empty title={texts.surveys.empty}>
            <p>{texts.surveys.emptyHint}</p>
          </Empty>
          <CopyLine text={curlAnswer(location.origin)} />
        </Card>
      )}
      <ul className="tiles">
        {surveys?.map((survey) => (
          <SurveyTile key={survey.id} survey={survey} />
        ))}
      </ul>
    </>
  );
}
