/** A condition of a rule, as a row of the form; the value is as it was typed. */
export interface Condition {
  readonly field: string;
  readonly op: string;
  readonly value: string;
}

/** A rule that the form can show: conditions that must all hold, or any of them. */
export interface SimpleRule {
  readonly match: "all" | "any";
  readonly conditions: readonly Condition[];
}

export type FieldKind = "number" | "word" | "text" | "trait" | "channel";

interface Field {
  readonly kind: FieldKind;
  /** What a word may be. */
  readonly words?: readonly string[];
}

const number: Field = { kind: "number" };

/** The fields of a rule; traits excepted, which are `trait.NAME`. */
export const ruleFields: Readonly<Record<string, Field>> = {
  lastSeenDays: number,
  firstSeenDays: number,
  interactions: number,
  "purchases.count": number,
  "purchases.total": number,
  engagement: number,
  "churn.probability": number,
  "churn.band": { kind: "word", words: ["high", "medium", "low"] },
  "nps.category": { kind: "word", words: ["promoter", "passive", "detractor"] },
  "nps.score": number,
  "csat.category": { kind: "word", words: ["satisfied", "unsatisfied"] },
  "csat.score": number,
  "ces.category": { kind: "word", words: ["easy", "neutral", "hard"] },
  "ces.score": number,
  account: { kind: "text" },
  channel: { kind: "channel" },
};

export const traitPrefix = "trait.";

/** Those of them that lists of customers can be filtered by: what the server's index has. */
export const listFields: readonly string[] = [
  "lastSeenDays",
  "purchases.total",
  "engagement",
  "churn.probability",
  "churn.band",
  "account",
];

/** The traits among them. */
export const listTraits: readonly string[] = ["name", "email"];

export const fieldOf = (name: string): Field => ruleFields[name] ?? { kind: "trait" };

const order = ["lt", "le", "gt", "ge"];

/** What a kind of field can be asked. */
export const operatorsOf: Readonly<Record<FieldKind, readonly string[]>> = {
  number: [...order, "eq", "ne", "in", "exists"],
  word: ["eq", "ne", "in", "exists"],
  text: ["eq", "ne", "in", "contains", "exists"],
  trait: ["eq", "ne", "in", "contains", ...order, "exists"],
  channel: ["eq", "ne", "in"],
};

/** What a condition begins with: of numbers hardly anybody asks for one alone. */
export const firstOperatorOf = (kind: FieldKind): string => (kind === "number" ? "ge" : "eq");

/** The rule as rows; undefined where it is nested and rows cannot show it. */
export function toSimple(rule: unknown): SimpleRule | undefined {
  if (isObject(rule) && "field" in rule) {
    const condition = toCondition(rule);
    return condition && { match: "all", conditions: [condition] };
  }

  for (const match of ["all", "any"] as const) {
    const parts = isObject(rule) ? rule[match] : undefined;
    if (Array.isArray(parts)) {
      const conditions = parts.map(toCondition);
      return conditions.every((condition) => condition !== undefined) ? { match, conditions } : undefined;
    }
  }

  return undefined;
}

/** A rule from its JSON; undefined where that is none. */
export function parsedRule(json: string): Record<string, unknown> | undefined {
  try {
    const rule: unknown = JSON.parse(json);
    return isObject(rule) ? rule : undefined;
  } catch {
    // What an address has wrong counts as not said.
    return undefined;
  }
}

/** The rows as a rule. */
export function toRule(simple: SimpleRule): unknown {
  return {
    [simple.match]: simple.conditions.map(({ field, op, value }) => ({ field, op, value: typed(field, op, value) })),
  };
}

function toCondition(leaf: unknown): Condition | undefined {
  if (!isObject(leaf)) {
    return undefined;
  }

  const { field, op, value } = leaf;
  const isPlain = (one: unknown) => ["string", "number", "boolean"].includes(typeof one);
  const shown =
    Array.isArray(value) && value.every(isPlain) ? value.join(", ") : isPlain(value) ? String(value) : undefined;
  return typeof field === "string" && typeof op === "string" && shown !== undefined
    ? { field, op, value: shown }
    : undefined;
}

function typed(field: string, op: string, value: string): unknown {
  if (op === "exists") {
    return value !== "false";
  }

  const kind = fieldOf(field).kind;
  if (op === "in") {
    return value
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => typedOne(kind, op, one));
  }

  return typedOne(kind, op, value.trim());
}

// The server compares a trait by its type as well: what looks like a number or a truth value is sent as one. A text that
// only looks like a number, such as a postcode that begins with 0, stays a text; for others there is the JSON view.
function typedOne(kind: FieldKind, op: string, value: string): unknown {
  const looksLikeNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value);
  if (kind === "number" || (kind === "trait" && order.includes(op))) {
    return looksLikeNumber ? Number(value) : value;
  }

  if (kind === "trait" && op !== "contains") {
    return looksLikeNumber ? Number(value) : value === "true" ? true : value === "false" ? false : value;
  }

  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
