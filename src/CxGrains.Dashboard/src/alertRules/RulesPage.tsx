import { Link } from "react-router";
import type { AlertRule } from "../api/alertRules";
import { useQuery } from "../api/useQuery";
import { useRemovals } from "../removals/useRemovals";
import { useMay } from "../session/useSession";
import { alertTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { RuleTile } from "./RuleTile";

/** What this workspace wants to be told of. */
export function RulesPage() {
  const mayManage = useMay("manage");
  const { view, askedMs, problem, refresh } = useQuery<{ readonly rules: readonly AlertRule[] }>("alert-rules", 15_000);
  const { isRemoved } = useRemovals();
  const rules = view?.rules.filter(({ id }) => !isRemoved(`alert-rules/${encodeURIComponent(id)}`, askedMs));
  return (
    <>
      <PageHead title={t.rules}>
        <Link className="button" to="/alerts">
          {texts.alerts.title}
        </Link>
        {mayManage && (
          <Link className="button primary" to="/alerts/rules/new">
            {t.newRule}
          </Link>
        )}
      </PageHead>
      <p className="page-hint">{mayManage ? t.rulesHint : t.readOnly}</p>
      {view === undefined && problem === undefined && <Skeleton heightRem={20} />}
      {view === undefined && problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {rules?.length === 0 && (
        <Card title={t.rules}>
          <Empty title={t.noRules} />
        </Card>
      )}
      <ul className="tiles">
        {rules?.map((rule) => (
          <RuleTile key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  );
}
