import { describe, expect, it } from "vitest";
import { mergePatch, share, type Json } from "../../src/live/mergePatch";

describe("mergePatch", () => {
  // The examples of RFC 7396, appendix A.
  it.each<[Json, Json, Json]>([
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b" }, { a: null }, {}],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [
      ["a", "b"],
      ["c", "d"],
      ["c", "d"],
    ],
    [{ a: "b" }, ["c"], ["c"]],
    [{ a: "foo" }, null, null],
    [{ a: "foo" }, "bar", "bar"],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: "b", c: null }, { a: "b" }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])("applies to %j the patch %j", (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it("leaves the target as it was", () => {
    const target = { a: { b: 1 }, list: [1] };
    mergePatch(target, { a: { b: 2 }, list: [2], gone: null });
    expect(target).toEqual({ a: { b: 1 }, list: [1] });
  });

  it("keeps the objects that the patch does not touch", () => {
    const target = { nps: { score: 41 }, trend: { nps: { "2026-01-01": { score: 40 } } } };
    const after = mergePatch(target, { nps: { score: 42 } }) as typeof target;
    expect(after.nps).not.toBe(target.nps);
    expect(after.trend).toBe(target.trend);
  });

  it("gives the target itself where nothing changed", () => {
    const target = { nps: { score: 41 }, feed: [{ id: "a", n: 1 }] };
    expect(mergePatch(target, { nps: { score: 41 }, feed: [{ id: "a", n: 1 }], gone: null })).toBe(target);
  });
});

describe("share", () => {
  it("keeps the lines of a list by their id when they move", () => {
    const before = [
      { id: "b", text: "old" },
      { id: "a", text: "older" },
    ];
    const after = share(before, [
      { id: "c", text: "new" },
      { id: "b", text: "old" },
    ]) as typeof before;
    expect(after[1]).toBe(before[0]);
    expect(after).toHaveLength(2);
  });

  it("sees a list that got shorter", () => {
    expect(share([{ id: "a" }, { id: "b" }], [{ id: "a" }])).toEqual([{ id: "a" }]);
  });

  it("sees a member that is gone", () => {
    expect(share({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  });
});
