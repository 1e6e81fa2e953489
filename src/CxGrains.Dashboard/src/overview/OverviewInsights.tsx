import { memo } from "react";
import { Link } from "react-router";
import type { GoalView, InsightsView, ResponseTimeView, TicketsView } from "../api/insightsViews";
import { minutes } from "../format/durations";
import { day } from "../format/dates";
import { count, margin, percent, share } from "../format/numbers";
import { goalValue } from "../insights/goalText";
import { toneOfOnTrack } from "../insights/toneOfOnTrack";
import { useIsWall } from "../session/useSession";
import { insightsTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Chip } from "../ui/Chip";

/** Below all else: how soon we answer, and whether we get where we want to be. Nothing where a workspace has neither. */
export function OverviewInsights({ view }: { readonly view: InsightsView }) {
  const { goals, tickets } = view;
  return (
    <>
      {tickets.firstReply.count > 0 && <ServiceCard tickets={tickets} isAlone={goals.length === 0} />}
      {goals.length > 0 && <GoalLines goals={goals} isAlone={tickets.firstReply.count === 0} />}
    </>
  );
}

interface ServiceProps {
  readonly tickets: TicketsView;
  readonly isAlone: boolean;
}

const ServiceCard = memo(function ServiceCard({ tickets, isAlone }: ServiceProps) {
  const isWall = useIsWall();
  return (
    <Card
      title={t.response}
      note={isWall ? undefined : <Link to="/insights">{texts.nav.insights}</Link>}
      className={isAlone ? "span-12" : "span-4"}
    >
      <dl className="percentiles two" data-testid="overview-service">
        <Median name={t.firstReply} time={tickets.firstReply} />
        <Median name={t.resolution} time={tickets.resolution} />
      </dl>
      {tickets.open.overdue > 0 && <Chip tone="bad">{t.overdue(count(tickets.open.overdue))}</Chip>}
    </Card>
  );
});

function Median({ name, time }: { readonly name: string; readonly time: ResponseTimeView }) {
  const { count: met, of } = time.withinTarget;
  return (
    <div>
      <dt className="faint">{t.medianOf(name)}</dt>
      <dd>{time.p50Minutes === undefined ? "–" : minutes(time.p50Minutes)}</dd>
      <dd className="percentile-note">{of === 0 ? t.noTarget : t.withinTargetShort(share(met, of))}</dd>
    </div>
  );
}

interface GoalsProps {
  readonly goals: readonly GoalView[];
  readonly isAlone: boolean;
}

const goalsMax = 4;

const GoalLines = memo(function GoalLines({ goals, isAlone }: GoalsProps) {
  const isWall = useIsWall();
  return (
    <Card
      title={t.goalsTitle}
      note={isWall ? undefined : <Link to="/insights">{texts.nav.insights}</Link>}
      className={isAlone ? "span-12" : "span-8"}
    >
      <ul className="rows">
        {goals.slice(0, goalsMax).map((goal) => (
          <li key={goal.id} className="row goal-line" data-testid="overview-goal">
            <b className="line">{goal.name}</b>
            <span className="dim">
              {goal.value !== undefined && goalValue(goal.metric, goal.value)}{" "}
              {goal.marginOfError !== undefined && <span className="faint">{margin(goal.marginOfError, 1)}</span>}{" "}
              {t.goalTarget(goalValue(goal.metric, goal.target))} {t.goalBy(day(goal.by))}
            </span>
            <span className="faint">
              {goal.progress === undefined
                ? ""
                : goal.progress < 0
                  ? t.goalBehind
                  : t.goalProgress(percent(goal.progress * 100))}
            </span>
            <Chip tone={goal.status === "ok" ? toneOfOnTrack[goal.onTrack] : "plain"}>
              {goal.status === "ok" ? t.onTrack[goal.onTrack] : texts.score.status.notEnoughData}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
});
