import type { AlertSeverity, AlertView } from "../api/alertViews";
import { texts } from "../texts";
import type { Tone } from "../ui/tone";

export const severities: readonly AlertSeverity[] = ["info", "warning", "critical"];

export const toneOfSeverity: Record<AlertSeverity, Tone> = { info: "plain", warning: "warn", critical: "bad" };

/** What brought an alert about: the name that people gave the rule, or our own words for the one that was always there. */
export const ruleWord = ({ rule, ruleName }: AlertView): string =>
  rule === "churn-high" ? texts.alerts.churnHigh : ruleName;
