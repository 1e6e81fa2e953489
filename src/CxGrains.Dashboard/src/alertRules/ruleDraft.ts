import { isAboutNobody, type AlertRule, type ConditionType, type Direction, type MovedMetric } from "../api/alertRules";
import type { AlertSeverity } from "../api/alertViews";
import { alertTexts as t } from "../texts";
import type { FormProblem } from "../ui/formProblem";

/** A rule as it is typed: numbers as texts. */
export interface RuleDraft {
  readonly id: string;
  readonly name: string;
  readonly severity: AlertSeverity;
  readonly owner: string;
  readonly type: ConditionType;
  readonly band: "medium" | "high";
  readonly points: string;
  readonly healthScore: string;
  readonly csatScore: string;
  readonly days: string;
  readonly survey: string;
  readonly movedSegment: string;
  readonly metric: MovedMetric;
  readonly direction: Direction;
  readonly windowDays: string;
  readonly goal: string;
  readonly segment: string;
  readonly valueMin: string;
  readonly account: string;
  readonly cooldownMinutes: string;
  readonly grouping: "customer" | "account";
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly zone: string;
  readonly criticalPasses: boolean;
  readonly enabled: boolean;
}

export const freshDraft = (zone: string): RuleDraft => ({
  id: "",
  name: "",
  severity: "warning",
  owner: "",
  type: "detractor",
  band: "high",
  points: "15",
  healthScore: "40",
  csatScore: "2",
  days: "14",
  survey: "",
  movedSegment: "",
  metric: "nps",
  direction: "down",
  windowDays: "30",
  goal: "",
  segment: "",
  valueMin: "",
  account: "",
  cooldownMinutes: "1440",
  grouping: "customer",
  quietFrom: "",
  quietTo: "",
  zone,
  criticalPasses: true,
  enabled: true,
});

export function toDraft(rule: AlertRule, zone: string): RuleDraft {
  const { condition, filter, quietHours } = rule;
  const fresh = freshDraft(quietHours?.zone ?? zone);
  return {
    ...fresh,
    id: rule.id,
    name: rule.name,
    severity: rule.severity,
    owner: rule.owner ?? "",
    type: condition.type,
    band: condition.band ?? fresh.band,
    points: text(condition.points) || fresh.points,
    healthScore: condition.type === "healthBelow" ? text(condition.score) : fresh.healthScore,
    csatScore: condition.type === "csatAtMost" ? text(condition.score) : fresh.csatScore,
    days: text(condition.days) || fresh.days,
    survey: condition.survey ?? "",
    movedSegment: condition.segment ?? "",
    metric: condition.metric ?? fresh.metric,
    direction: condition.direction ?? fresh.direction,
    windowDays: text(condition.windowDays) || fresh.windowDays,
    goal: condition.goal ?? "",
    segment: filter.segment ?? "",
    valueMin: text(filter.valueMin),
    account: filter.account ?? "",
    cooldownMinutes: text(rule.cooldownMinutes),
    grouping: rule.grouping,
    quietFrom: quietHours?.from ?? "",
    quietTo: quietHours?.to ?? "",
    criticalPasses: quietHours?.criticalPasses ?? true,
    enabled: rule.enabled,
  };
}

/** What the server is sent; a text that is no number is told before. */
export function toBody(draft: RuleDraft): { readonly body: unknown; readonly problem: FormProblem | undefined } {
  let problem: FormProblem | undefined;
  const number = (value: string, field: string): number | undefined => {
    const trimmed = value.trim();
    const read = Number(trimmed);
    if (trimmed === "") {
      return undefined;
    }

    if (Number.isNaN(read)) {
      problem ??= { field, message: t.notNumber(trimmed) };
    }

    return read;
  };
  const body = {
    name: draft.name.trim() || draft.id.trim() || undefined,
    severity: draft.severity,
    owner: draft.owner.trim() || undefined,
    condition: {
      type: draft.type,
      ...(draft.type === "riskBand" && { band: draft.band }),
      ...(draft.type === "healthDrop" && { points: number(draft.points, "condition.points") }),
      ...(draft.type === "healthBelow" && { score: number(draft.healthScore, "condition.score") }),
      ...(draft.type === "csatAtMost" && { score: number(draft.csatScore, "condition.score") }),
      ...(draft.type === "noContact" && { days: number(draft.days, "condition.days") }),
      ...((draft.type === "detractor" || draft.type === "csatAtMost") && { survey: draft.survey || undefined }),
      ...(draft.type === "surveyMoved" && { survey: draft.survey || undefined }),
      ...(draft.type === "segmentMoved" && { segment: draft.movedSegment || undefined, metric: draft.metric }),
      ...((draft.type === "surveyMoved" || draft.type === "segmentMoved") && {
        direction: draft.direction,
        windowDays: number(draft.windowDays, "condition.windowDays"),
      }),
      ...(draft.type === "goalOffTrack" && { goal: draft.goal || undefined }),
    },
    filter: isAboutNobody(draft.type)
      ? undefined
      : {
          segment: draft.segment || undefined,
          valueMin: number(draft.valueMin, "filter.valueMin"),
          account: draft.account.trim() || undefined,
        },
    cooldownMinutes: number(draft.cooldownMinutes, "cooldownMinutes"),
    grouping: isAboutNobody(draft.type) ? undefined : draft.grouping,
    quietHours:
      draft.quietFrom === "" && draft.quietTo === ""
        ? undefined
        : { from: draft.quietFrom, to: draft.quietTo, zone: draft.zone, criticalPasses: draft.criticalPasses },
    enabled: draft.enabled,
  };
  return { body, problem };
}

const text = (value: number | undefined): string => (value === undefined ? "" : String(value));
