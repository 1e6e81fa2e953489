import { beforeEach, describe, expect, it, vi } from "vitest";
import { TopicStore } from "../../src/live/topicStore";

const topic = "workspace";
const snapshot = (epoch: string, version: number, n: number) => ({ topic, epoch, version, state: { n } });
const delta = (epoch: string, from: number, n: number) => ({ topic, epoch, from, to: from + 1, patch: { n } });

describe("TopicStore", () => {
  let store: TopicStore;
  beforeEach(() => {
    store = new TopicStore(topic);
  });

  it("is loading, and has nothing to resume from, before its first snapshot", () => {
    expect(store.read()).toEqual({ kind: "loading" });
    expect(store.resumeFrom).toBeUndefined();
    expect(store.applyDelta(delta("e", 1, 2))).toBe("waiting");
  });

  it("follows its deltas and resumes from the last one", () => {
    store.applySnapshot(snapshot("e", 1, 1));
    expect(store.applyDelta(delta("e", 1, 2))).toBe("applied");
    expect(store.applyDelta(delta("e", 2, 3))).toBe("applied");
    expect(store.read()).toEqual({ kind: "ready", view: { n: 3 } });
    expect(store.resumeFrom).toEqual({ epoch: "e", version: 3 });
  });

  it("finds a gap, says so once, and waits for a snapshot", () => {
    store.applySnapshot(snapshot("e", 1, 1));
    expect(store.applyDelta(delta("e", 5, 6))).toBe("gap");
    expect(store.applyDelta(delta("e", 6, 7))).toBe("waiting");
    expect(store.read()).toEqual({ kind: "ready", view: { n: 1 } });
    expect(store.resumeFrom).toBeUndefined();
    store.applySnapshot(snapshot("e", 7, 7));
    expect(store.applyDelta(delta("e", 7, 8))).toBe("applied");
  });

  it("takes a delta of another epoch for a gap, whatever its version", () => {
    store.applySnapshot(snapshot("e", 1, 1));
    expect(store.applyDelta(delta("f", 1, 2))).toBe("gap");
  });

  it("passes over what a snapshot has already told", () => {
    store.applySnapshot(snapshot("e", 5, 5));
    expect(store.applyDelta(delta("e", 4, 4))).toBe("stale");
    expect(store.read()).toEqual({ kind: "ready", view: { n: 5 } });
  });

  it("tells its listeners of changes only", () => {
    const listener = vi.fn();
    store.listen(listener);
    store.applySnapshot(snapshot("e", 1, 1));
    store.applySnapshot(snapshot("f", 9, 1));
    store.applyDelta(delta("f", 9, 1));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.resumeFrom).toEqual({ epoch: "f", version: 10 });
  });

  it("knows an entity that does not exist, and one that does at last", () => {
    store.applySnapshot({ topic, epoch: "e", version: 1, state: { status: "notFound" } });
    expect(store.read()).toEqual({ kind: "notFound" });
    store.applyDelta({ topic, epoch: "e", from: 1, to: 2, patch: { status: null, id: "ada" } });
    expect(store.read()).toEqual({ kind: "ready", view: { id: "ada" } });
  });

  it("keeps what it shows when a later subscription is refused", () => {
    store.applySnapshot(snapshot("e", 1, 1));
    store.fail("too many topics");
    expect(store.read()).toEqual({ kind: "ready", view: { n: 1 } });
  });
});
