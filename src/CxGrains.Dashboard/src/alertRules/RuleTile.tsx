import { Link } from "react-router";
import { toneOfSeverity } from "../alerts/severity";
import type { AlertRule } from "../api/alertRules";
import { count } from "../format/numbers";
import { alertTexts as t, texts } from "../texts";
import { Chip } from "../ui/Chip";

/** A rule in the list: what it waits for and how loud it is. */
export function RuleTile({ rule }: { readonly rule: AlertRule }) {
  const { condition, quietHours } = rule;
  const number = condition.days ?? condition.points ?? condition.score;
  const marks = [
    condition.goal ?? condition.survey ?? condition.segment,
    condition.metric === undefined ? undefined : texts.metrics[condition.metric],
    condition.direction === undefined ? undefined : t.directionsInline[condition.direction],
    rule.filter.segment,
    rule.filter.account,
    rule.filter.valueMin === undefined ? undefined : `≥ ${count(rule.filter.valueMin)}`,
    rule.cooldownMinutes > 0 ? t.summary.cooldown(count(rule.cooldownMinutes)) : undefined,
    rule.grouping === "account" ? t.summary.account : undefined,
    quietHours === undefined ? undefined : t.summary.quiet(quietHours.from, quietHours.to, quietHours.zone),
  ].filter((mark) => mark !== undefined);
  return (
    <li className="card rule-tile">
      <p className="rule-tile-head">
        <Chip tone={rule.enabled ? toneOfSeverity[rule.severity] : "plain"}>
          {rule.enabled ? texts.alerts.severities[rule.severity] : t.off}
        </Chip>
        <Link to={`/alerts/rules/${encodeURIComponent(rule.id)}`}>
          <b>{rule.name}</b>
        </Link>
      </p>
      <p>
        {t.conditions[condition.type]}
        {number !== undefined && ` (${count(number)})`}
        {condition.band !== undefined && ` (${t.bandsInline[condition.band]})`}
      </p>
      <p className="faint">{[...(rule.owner === undefined ? [] : [t.ownerIs(rule.owner)]), ...marks].join(" · ")}</p>
    </li>
  );
}
