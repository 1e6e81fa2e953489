import { useCallback, useState } from "react";
import type { Answer } from "../api/http";
import { useDefinition } from "../api/useReadOnce";
import type { SegmentView } from "../api/views";
import { parsedRule } from "./rule";

/** A definition as it is edited. */
export interface EditedSegment {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly name: string;
  readonly rule: unknown;
  readonly etag: string | undefined;
}

const fresh: EditedSegment = {
  id: undefined,
  name: "",
  rule: { all: [{ field: "lastSeenDays", op: "gt", value: 30 }] },
  etag: undefined,
};

/** The rule that a new segment begins with: what the address asks for, such as the filter of a list. */
export function ruleFrom(wanted: URLSearchParams): unknown {
  const conditions: readonly unknown[] = [
    { field: "churn.band", value: wanted.get("band") },
    { field: "account", value: wanted.get("account") },
  ].flatMap(({ field, value }) => (value === null ? [] : [{ field, op: "eq", value }]));
  const rule = parsedRule(wanted.get("rule") ?? "");
  if (rule === undefined) {
    return conditions.length === 0 ? fresh.rule : { all: conditions };
  }

  // What must all hold joins what must all hold, so that rows can still show it.
  const parts: readonly unknown[] = Array.isArray(rule.all) ? rule.all : [rule];
  return conditions.length === 0 ? rule : { all: [...conditions, ...parts] };
}

/** The definition once, as it is now: an edit must not be overwritten by the next live update. */
export function useSegmentToEdit(id: string | undefined, wanted: URLSearchParams) {
  const [edited, setEdited] = useState<EditedSegment | undefined>(() =>
    id === undefined ? { ...fresh, rule: ruleFrom(wanted) } : undefined,
  );
  const take = useCallback(({ body, etag }: Answer<SegmentView>) => {
    setEdited({ id: body.id, name: body.name, rule: body.rule, etag });
  }, []);
  return { edited, ...useDefinition(id && `segments/${encodeURIComponent(id)}`, take) };
}
