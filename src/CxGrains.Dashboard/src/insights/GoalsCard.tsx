import { memo } from "react";
import { Link } from "react-router";
import type { GoalView } from "../api/insightsViews";
import { insightsTexts as t } from "../texts";
import { useMay } from "../session/useSession";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { GoalRow } from "./GoalRow";

interface Props {
  readonly goals: readonly GoalView[];
  readonly segment: string | undefined;
}

/** How far each goal is, and whether it keeps up, given how sure its metric is. */
export const GoalsCard = memo(function GoalsCard({ goals, segment }: Props) {
  const mayManage = useMay("manage");
  return (
    <Card title={t.goalsTitle} note={mayManage ? <Link to="/settings#goals">{t.edit}</Link> : undefined}>
      {goals.length === 0 ? (
        <Empty title={segment === undefined ? t.goalsEmpty : t.goalsOfAll}>
          {segment === undefined && <p>{t.goalsEmptyHint}</p>}
        </Empty>
      ) : (
        <ul className="rows">
          {goals.map((goal) => (
            <GoalRow key={goal.id} goal={goal} />
          ))}
        </ul>
      )}
    </Card>
  );
});
