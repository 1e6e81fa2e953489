import type { ConsentDefault, Leaving, WorkspaceSettings } from "../api/settings";
import type { HealthMeasure } from "../api/customerViews";
import { settingsTexts as t } from "../texts";
import type { FormProblem } from "../ui/formProblem";

export const measures: readonly HealthMeasure[] = ["usage", "satisfaction", "support", "value", "relationship"];

/** A ticket's target as it is typed. */
export interface SlaDraft {
  /** Tells rows apart while they are moved. */
  readonly key: number;
  readonly channel: string;
  readonly segment: string;
  readonly firstReplyMinutes: string;
  readonly resolutionMinutes: string;
}

/** The days that personal data, and what keeps it from coming back, is kept. */
export const privacyDays = ["tombstoneDays", "commentDays", "timelineDays"] as const;
export type PrivacyDays = (typeof privacyDays)[number];

/** The settings as they are typed: numbers as texts, long lists as JSON. */
export interface SettingsDraft {
  readonly horizonDays: string;
  readonly leaving: Leaving;
  readonly weights: Readonly<Record<HealthMeasure, string>>;
  readonly valueHorizonDays: string;
  readonly discountRatePercent: string;
  readonly sla: readonly SlaDraft[];
  readonly journeys: string;
  readonly goals: string;
  readonly tiers: string;
  readonly consentDefault: ConsentDefault;
  readonly privacyDays: Readonly<Record<PrivacyDays, string>>;
}

const numberText = (value: number | undefined): string => (value === undefined ? "" : String(value));
const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What is edited of the settings. The server shows some fields that it works out itself; they are left out, as it takes none of them back. */
export function toDraft(settings: WorkspaceSettings): SettingsDraft {
  const { churn, health, value, sla, journeys, goals, loyalty, privacy } = settings;
  return {
    horizonDays: numberText(churn.horizonDays),
    leaving: churn.leaving,
    weights: Object.fromEntries(measures.map((name) => [name, numberText(health.weights[name])])) as Record<
      HealthMeasure,
      string
    >,
    valueHorizonDays: numberText(value.horizonDays),
    discountRatePercent: numberText(value.discountRatePercent),
    sla: sla.map((target, key) => ({
      key,
      channel: target.channel ?? "",
      segment: target.segment ?? "",
      firstReplyMinutes: numberText(target.firstReplyMinutes),
      resolutionMinutes: numberText(target.resolutionMinutes),
    })),
    journeys: json(journeys.map(({ id, name, dropDays, stages }) => ({ id, name, dropDays, stages }))),
    goals: json(
      goals.map(({ id, name, metric, survey, segment, start, target, from, by }) => ({
        id,
        name,
        metric,
        survey,
        segment,
        start,
        target,
        from,
        by,
      })),
    ),
    tiers: json(loyalty.tiers),
    consentDefault: privacy.consentDefault,
    privacyDays: Object.fromEntries(privacyDays.map((name) => [name, numberText(privacy[name])])) as Record<
      PrivacyDays,
      string
    >,
  };
}

class DraftError extends Error {
  readonly problem: FormProblem;

  constructor(field: string, message: string) {
    super(message);
    this.problem = { field, message };
  }
}

/** What is sent, or the first field that cannot be: the server judges all that is well formed. */
export function toBody(
  draft: SettingsDraft,
): { readonly body: unknown; readonly problem?: undefined } | { readonly problem: FormProblem } {
  try {
    return {
      body: {
        churn: { horizonDays: number("churn.horizonDays", draft.horizonDays), leaving: draft.leaving },
        health: {
          weights: Object.fromEntries(
            measures.map((name) => [name, number(`health.weights.${name}`, draft.weights[name])]),
          ),
        },
        value: {
          horizonDays: number("value.horizonDays", draft.valueHorizonDays),
          discountRatePercent: number("value.discountRatePercent", draft.discountRatePercent),
        },
        sla: draft.sla.map((target, index) => ({
          channel: text(target.channel),
          segment: text(target.segment),
          firstReplyMinutes: number(`sla[${index}].firstReplyMinutes`, target.firstReplyMinutes),
          resolutionMinutes: number(`sla[${index}].resolutionMinutes`, target.resolutionMinutes),
        })),
        journeys: list("journeys", draft.journeys),
        goals: list("goals", draft.goals),
        loyalty: { tiers: list("loyalty.tiers", draft.tiers) },
        privacy: {
          consentDefault: draft.consentDefault,
          ...Object.fromEntries(privacyDays.map((name) => [name, number(`privacy.${name}`, draft.privacyDays[name])])),
        },
      },
    };
  } catch (error) {
    if (error instanceof DraftError) {
      return { problem: error.problem };
    }

    throw error;
  }
}

/** Reads a list as JSON: the list, or why it is none. */
export function readList(value: string): { readonly items: readonly unknown[] } | { readonly why: string } {
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? { items: parsed as unknown[] } : { why: t.notList };
  } catch (error) {
    return { why: t.notJson(error instanceof Error ? error.message : String(error)) };
  }
}

// What is undefined is left out of the JSON, and so takes its default.
const text = (value: string): string | undefined => (value.trim() === "" ? undefined : value.trim());

function number(field: string, value: string): number | undefined {
  const trimmed = value.trim();
  if (trimmed === "") {
    return undefined;
  }

  const parsed = Number(trimmed);
  if (!Number.isFinite(parsed)) {
    throw new DraftError(field, t.notNumber(trimmed));
  }

  return parsed;
}

function list(field: string, value: string): readonly unknown[] {
  const read = readList(value);
  if ("why" in read) {
    throw new DraftError(field, read.why);
  }

  return read.items;
}
