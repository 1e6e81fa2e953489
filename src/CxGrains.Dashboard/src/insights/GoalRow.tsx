import type { GoalView } from "../api/insightsViews";
import { day } from "../format/dates";
import { margin, percent } from "../format/numbers";
import { insightsTexts as t, texts } from "../texts";
import { Chip } from "../ui/Chip";
import { Said } from "../ui/Said";
import { expectedShare, goalPace, goalValue } from "./goalText";
import { toneOfOnTrack as tones } from "./toneOfOnTrack";

/** One goal: its value with its margin, the way done beside the way that should be done, and the verdict in words. */
export function GoalRow({ goal }: { readonly goal: GoalView }) {
  const { metric, value, progress, pacePerWeek, neededPerWeek } = goal;
  const expected = expectedShare(goal);
  const done = Math.min(1, Math.max(0, progress ?? 0));
  return (
    <li className="row goal-row" data-testid="goal-row" data-goal={goal.id}>
      <div className="row-body">
        <p className="goal-head">
          <b>{goal.name}</b>{" "}
          <span className="faint">
            {t.goalMetrics[metric]} · {t.goalBy(day(goal.by))}
          </span>
          <Chip tone={goal.status === "ok" ? tones[goal.onTrack] : "plain"}>
            {goal.status === "ok" ? t.onTrack[goal.onTrack] : texts.score.status.notEnoughData}
          </Chip>
        </p>
        {value !== undefined && (
          <>
            <p className="goal-value">
              <span className="goal-number">{goalValue(metric, value)}</span>{" "}
              {goal.marginOfError !== undefined && <span className="faint">{margin(goal.marginOfError, 1)}</span>}{" "}
              <span className="dim">{t.goalTarget(goalValue(metric, goal.target))}</span>
              {progress !== undefined && (
                <span className="goal-way dim">
                  {progress < 0 ? t.goalBehind : t.goalProgress(percent(progress * 100))}
                </span>
              )}
            </p>
            <span className="goal-bar" aria-hidden="true">
              <i className={`fill-${tones[goal.onTrack]}`} style={{ inlineSize: `${done * 100}%` }} />
              {expected !== undefined && (
                <b title={t.goalExpected} style={{ insetInlineStart: `${expected * 100}%` }} />
              )}
            </span>
          </>
        )}
        <p className="dim">{goalWay(goal) ?? <Said words={goal.words} />}</p>
        {pacePerWeek !== undefined && neededPerWeek !== undefined && (
          <p className="faint">{t.pace(goalPace(metric, pacePerWeek), goalPace(metric, neededPerWeek))}</p>
        )}
      </div>
    </li>
  );
}

/** From where to where, and where the line between is now. */
function goalWay({ metric, start, target, from, by, expected }: GoalView): string | undefined {
  return start === undefined || expected === undefined
    ? undefined
    : t.goalWay(
        goalValue(metric, start),
        goalValue(metric, target),
        day(from),
        day(by),
        goalValue(metric, Math.round(expected * 100) / 100),
      );
}
