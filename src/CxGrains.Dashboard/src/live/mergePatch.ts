/** A JSON value; objects and lists are never changed in place. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Applies a JSON Merge Patch (RFC 7396) without changing the target.
 * What the patch leaves alone, or sets to what it was, stays the same object, so that only what changed is drawn again.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) {
    return share(target, patch);
  }

  const before = isObject(target) ? target : {};
  const after: Record<string, Json> = { ...before };
  let changed = before !== target;
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      changed ||= key in after;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- null in a merge patch removes the member.
      delete after[key];
      continue;
    }

    const merged = mergePatch(before[key], value);
    changed ||= !Object.is(merged, before[key]);
    after[key] = merged;
  }

  return changed ? after : before;
}

/** Gives `next`, with every part that equals its counterpart in `previous` replaced by that very object. */
export function share(previous: Json | undefined, next: Json): Json {
  if (Object.is(previous, next)) {
    return next;
  }

  if (Array.isArray(next)) {
    return shareList(Array.isArray(previous) ? previous : [], next);
  }

  if (!isObject(next) || !isObject(previous)) {
    return next;
  }

  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const shared: Record<string, Json> = {};
  for (const key of keys) {
    const value = share(previous[key], next[key] ?? null);
    same &&= key in previous && Object.is(value, previous[key]);
    shared[key] = value;
  }

  return same ? previous : shared;
}

// A list is replaced as a whole by a patch. Its items are compared with those of the same id, so that a feed that moved
// down by one line keeps its lines; where items have no id, by place.
function shareList(previous: readonly Json[], next: readonly Json[]): readonly Json[] {
  const byId = new Map(previous.flatMap((item) => (idOf(item) === undefined ? [] : [[idOf(item), item]])));
  let same = previous.length === next.length;
  const shared = next.map((item, index) => {
    const id = idOf(item);
    const value = share(id === undefined ? previous[index] : byId.get(id), item);
    same &&= Object.is(value, previous[index]);
    return value;
  });

  return same ? previous : shared;
}

function idOf(item: Json | undefined): string | undefined {
  const id = isObject(item) ? item.id : undefined;
  return typeof id === "string" ? id : undefined;
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
