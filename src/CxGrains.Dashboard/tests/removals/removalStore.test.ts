import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../src/api/problem";
import { RemovalStore, refusedMax, undoMs, waitingMax, type Removal } from "../../src/removals/removalStore";

const of = (name: string): Removal => ({ path: `things/${name}`, what: `thing ${name}` });

describe("RemovalStore", () => {
  const send = vi.fn<(removal: Removal) => Promise<void>>();
  let store: RemovalStore;
  const sent = () => send.mock.calls.map(([{ path }]) => path);
  const waiting = () => store.read().waiting.map(({ path }) => path);
  const hiddenUntil = (name: string) => store.read().hidden.get(`things/${name}`);

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
    send.mockReset().mockResolvedValue();
    store = new RemovalStore({ send, nowMs: Date.now });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("hides at once and asks the server only when it can no longer be undone", async () => {
    store.add({ ...of("a"), etag: "7" });
    expect(hiddenUntil("a")).toBe(Infinity);
    await vi.advanceTimersByTimeAsync(undoMs - 1);
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ path: "things/a", etag: "7" }));
    expect(waiting()).toEqual([]);
    // Views that were asked for until now still have it.
    expect(hiddenUntil("a")).toBe(1_000 + undoMs);
  });

  it("asks for nothing that was undone", async () => {
    store.add(of("a"));
    store.add(of("b"));
    store.undo(store.read().waiting[0]?.key ?? 0);
    expect(hiddenUntil("a")).toBeUndefined();
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(sent()).toEqual(["things/b"]);
  });

  it("takes what waits already for the same removal", async () => {
    store.add(of("a"));
    await vi.advanceTimersByTimeAsync(undoMs - 1);
    store.add(of("a"));
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(sent()).toEqual(["things/a"]);
  });

  it("sends the oldest where one more waits than may", () => {
    const names = Array.from({ length: waitingMax + 1 }, (_, number) => `${number}`);
    names.forEach((name) => {
      store.add(of(name));
    });
    expect(sent()).toEqual(["things/0"]);
    expect(waiting()).toEqual(names.slice(1).map((name) => `things/${name}`));
  });

  it("sends all that waits when asked to, and each of it once", async () => {
    store.add(of("a"));
    store.add(of("b"));
    await store.sendNow();
    expect(sent()).toEqual(["things/a", "things/b"]);
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(sent()).toHaveLength(2);
  });

  it("sends what is under a path, and has the rest wait", async () => {
    store.add(of("a"));
    store.add({ path: "others/b", what: "other b" });
    await store.sendNow((path) => path.startsWith("others"));
    expect(sent()).toEqual(["others/b"]);
    expect(waiting()).toEqual(["things/a"]);
  });

  it("waits for what is on its way, and says whether all of it is gone", async () => {
    let refuse: (error: Error) => void = () => undefined;
    send.mockReturnValueOnce(
      new Promise((_, reject) => {
        refuse = reject;
      }),
    );
    store.add(of("a"));
    await vi.advanceTimersByTimeAsync(undoMs);
    store.add(of("b"));
    const isGone = store.sendNow();
    refuse(new Problem(409, "Not now."));
    expect(await isGone).toBe(false);
    expect(sent()).toEqual(["things/a", "things/b"]);
    expect(await store.sendNow()).toBe(true);
  });

  it("puts back what the server refused, with its words, until they are put away", async () => {
    send.mockRejectedValue(new Problem(412, "It was changed meanwhile."));
    store.add(of("a"));
    await store.sendNow();
    expect(hiddenUntil("a")).toBeUndefined();
    const [refused] = store.read().refused;
    expect(refused).toMatchObject({ what: "thing a", why: "It was changed meanwhile." });
    store.dismiss(refused?.key ?? 0);
    expect(store.read().refused).toEqual([]);
  });

  it("shows no more refusals than it may", async () => {
    send.mockRejectedValue(new Problem(0, "No answer."));
    for (let number = 0; number <= refusedMax; number++) {
      store.add(of(`${number}`));
      await store.sendNow();
    }

    expect(store.read().refused.map(({ what }) => what)[0]).toBe("thing 1");
    expect(store.read().refused).toHaveLength(refusedMax);
  });

  it("takes what somebody else removed for gone", async () => {
    send.mockRejectedValue(new Problem(404, "There is none."));
    store.add(of("a"));
    await store.sendNow();
    expect(store.read().refused).toEqual([]);
    expect(hiddenUntil("a")).toBe(1_000);
  });

  it("asks for nothing in the name of whoever signs in next", async () => {
    let answer: (error: Error) => void = () => undefined;
    send.mockReturnValueOnce(
      new Promise((_, refuse) => {
        answer = refuse;
      }),
    );
    store.add(of("a"));
    void store.sendNow();
    store.add(of("b"));
    store.forget();
    answer(new Problem(401, "Who are you?"));
    await vi.advanceTimersByTimeAsync(undoMs);
    expect(sent()).toEqual(["things/a"]);
    expect(store.read()).toEqual({ waiting: [], refused: [], hidden: new Map() });
  });

  it("tells its listeners", () => {
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.add(of("a"));
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    store.undo(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
