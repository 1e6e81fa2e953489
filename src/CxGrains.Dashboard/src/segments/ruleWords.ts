import { wordFor } from "../i18n/wordFor";
import { texts } from "../texts";
import { isObject, traitPrefix } from "./rule";

/** A rule in words: “Trait plan is pro and Days since last seen is more than 30”. */
export function ruleWords(rule: unknown): string {
  return words(rule, false);
}

function words(rule: unknown, isInner: boolean): string {
  if (!isObject(rule)) {
    return JSON.stringify(rule);
  }

  const t = texts.segments;
  for (const [key, joint] of [
    ["all", t.and],
    ["any", t.or],
  ] as const) {
    const parts = rule[key];
    if (Array.isArray(parts)) {
      const text = parts.map((part) => words(part, parts.length > 1)).join(` ${joint} `);
      return isInner && parts.length > 1 ? `(${text})` : text;
    }
  }

  return "not" in rule ? `${t.not} (${words(rule.not, false)})` : leafWords(rule);
}

const fieldName = (field: string): string =>
  field.startsWith(traitPrefix)
    ? texts.segments.traitField(field.slice(traitPrefix.length))
    : wordFor(texts.segments.fields, field);

function leafWords(leaf: Record<string, unknown>): string {
  const t = texts.segments;
  const { field, op, value } = leaf;
  if (typeof field !== "string" || typeof op !== "string") {
    return JSON.stringify(leaf);
  }

  if (op === "exists") {
    return `${fieldName(field)} ${value === false ? t.unknownValue : wordFor(t.operators, op)}`;
  }

  return `${fieldName(field)} ${wordFor(t.operators, op)} ${valueWords(value)}`;
}

function valueWords(value: unknown): string {
  return Array.isArray(value)
    ? value.map(valueWords).join(", ")
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}
