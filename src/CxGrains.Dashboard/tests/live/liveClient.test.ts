import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveClient, lingerMs, staleMs } from "../../src/live/liveClient";
import { FakeTransport } from "./fakeTransport";

const topic = "workspace";
const ignore = () => undefined;
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("LiveClient", () => {
  let transports: FakeTransport[];
  let client: LiveClient;
  let canStart: boolean;
  const failed = vi.fn(() => Promise.resolve());
  const latest = () => transports[transports.length - 1] ?? new FakeTransport();

  beforeEach(() => {
    vi.useFakeTimers();
    failed.mockClear();
    transports = [];
    canStart = true;
    client = new LiveClient({
      connect: () => {
        const transport = new FakeTransport();
        transport.canStart = canStart;
        transports.push(transport);
        return transport;
      },
      failed,
      nowMs: () => 1234,
    });
  });

  afterEach(() => {
    client.stop();
    vi.useRealTimers();
  });

  it("subscribes what is watched, before and after it is connected", async () => {
    client.watch(topic, ignore);
    client.start();
    await settle();
    client.watch("alerts", ignore);
    expect(latest().calls).toEqual([
      ["subscribe", topic, undefined],
      ["subscribe", "alerts", undefined],
    ]);
  });

  it("asks for a snapshot after a gap", async () => {
    client.watch(topic, ignore);
    client.start();
    await settle();
    latest().send({ topic, epoch: "e", version: 1, state: { n: 1 } });
    latest().sendDelta({ topic, epoch: "e", from: 7, to: 8, patch: { n: 8 } });
    latest().sendDelta({ topic, epoch: "e", from: 8, to: 9, patch: { n: 9 } });
    expect(latest().calls).toEqual([
      ["subscribe", topic, undefined],
      ["subscribe", topic, undefined],
    ]);
  });

  it("is stale while nothing comes though it is connected, and live again with the next update", async () => {
    client.watch(topic, ignore);
    client.start();
    await settle();
    latest().send({ topic, epoch: "e", version: 1, state: { n: 1 } });
    await vi.advanceTimersByTimeAsync(staleMs - 1);
    latest().sendDelta({ topic, epoch: "e", from: 1, to: 2, patch: { asOf: "later" } });
    await vi.advanceTimersByTimeAsync(staleMs - 1);
    expect(client.readStatus().kind).toBe("live");
    await vi.advanceTimersByTimeAsync(1);
    expect(client.readStatus()).toEqual({ kind: "stale", lastUpdateMs: 1234 });
    latest().sendDelta({ topic, epoch: "e", from: 2, to: 3, patch: { n: 3 } });
    expect(client.readStatus().kind).toBe("live");
    latest().close();
    await settle();
    expect(client.readStatus().kind).toBe("lost");
  });

  it("connects again after a loss and resumes from what it has", async () => {
    client.watch(topic, ignore);
    client.start();
    await settle();
    latest().send({ topic, epoch: "e", version: 4, state: { n: 1 } });
    latest().close();
    await settle();
    expect(client.readStatus()).toEqual({ kind: "lost", lastUpdateMs: 1234 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(transports).toHaveLength(2);
    expect(latest().calls).toEqual([["subscribe", topic, { epoch: "e", version: 4 }]]);
    expect(client.readStatus().kind).toBe("live");
  });

  it("goes on trying for as long as it takes, and asks after the session each time", async () => {
    canStart = false;
    client.start();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(failed.mock.calls.length).toBe(transports.length);
    expect(transports.length).toBeGreaterThan(30);
    canStart = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(client.readStatus().kind).toBe("live");
  });

  it("does not wait any longer when told to hurry", async () => {
    canStart = false;
    client.start();
    await vi.advanceTimersByTimeAsync(60_000);
    canStart = true;
    client.hurry();
    await settle();
    expect(client.readStatus().kind).toBe("live");
  });

  it("gives a topic up some time after the last watcher left, and keeps it for one who comes back sooner", async () => {
    client.start();
    await settle();
    const leave = client.watch(topic, ignore);
    leave();
    await vi.advanceTimersByTimeAsync(lingerMs - 1);
    const leaveAgain = client.watch(topic, ignore);
    await vi.advanceTimersByTimeAsync(lingerMs);
    expect(latest().calls).toEqual([["subscribe", topic, undefined]]);
    leaveAgain();
    await vi.advanceTimersByTimeAsync(lingerMs);
    expect(latest().calls.at(-1)).toEqual(["unsubscribe", topic]);
  });

  it("shows the server's words where it refuses a topic", async () => {
    client.watch(topic, ignore);
    client.start();
    await settle();
    latest().refusal = "at most 32 topics";
    client.watch("survey/x", ignore);
    await settle();
    expect(client.topic("survey/x").read()).toEqual({ kind: "failed", reason: "at most 32 topics" });
  });
});
