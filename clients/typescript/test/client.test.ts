import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { CxClient, CxError, type Interaction, type Rejection } from "../src/index.js";

interface Canned {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const requests: Interaction[][] = [];
let answers: Canned[] = [];
let hold: Promise<void> = Promise.resolve();
let key: string | undefined;
const accepted: Canned = { status: 202, body: { accepted: 1, rejected: [] } };

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
  }

  return text;
}

const server = createServer((request, response) => {
  void (async () => {
    requests.push(JSON.parse(await read(request)) as Interaction[]);
    key = request.headers.authorization;
    await hold;
    const { status, body = {}, headers = {} } = answers.shift() ?? accepted;
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  })();
});
let url = "";

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests.length = 0;
  answers = [];
  hold = Promise.resolve();
});

const delays: number[] = [];
const client = (options: object = {}) =>
  new CxClient({
    url,
    key: "cx_test",
    flushEveryMs: 60_000,
    delay: (ms) => {
      delays.push(ms);
      return Promise.resolve();
    },
    ...options,
  });

test("sends what waits as one batch, with ids and times", async () => {
  const cx = client();
  await cx.send({ customer: "ada", type: "visit" });
  await cx.send({ id: "mine", customer: "bo", type: "visit", at: 5 });
  await cx.close();

  assert.equal(requests.length, 1);
  assert.equal(key, "Bearer cx_test");
  assert.match(requests[0]![0]!.id!, /^[0-9a-f-]{36}$/);
  assert.equal(typeof requests[0]![0]!.at, "number");
  assert.deepEqual(requests[0]![1], { id: "mine", customer: "bo", type: "visit", at: 5 });
});

test("sends again with the same ids, and waits as long as the server asks", async () => {
  answers = [{ status: 503, headers: { "retry-after": "7" } }, { status: 429 }, accepted];
  delays.length = 0;
  const cx = client();
  await cx.send({ customer: "ada", type: "visit" });
  await cx.flush();

  assert.equal(requests.length, 3);
  assert.deepEqual(requests[1], requests[0]);
  assert.deepEqual(requests[2], requests[0]);
  assert.deepEqual(delays, [7000, 400]);
});

test("splits what waits into batches of at most so many, in order", async () => {
  const cx = client({ batchMax: 2 });
  for (let i = 0; i < 5; i++) {
    await cx.send({ id: `${i}`, customer: "ada", type: "visit" });
  }

  await cx.close();
  assert.ok(requests.every((batch) => batch.length <= 2));
  assert.deepEqual(requests.flat().map(({ id }) => id), ["0", "1", "2", "3", "4"]);
});

test("is bounded: gives up at once or waits for room", async () => {
  let release = () => {};
  hold = new Promise((resolve) => (release = resolve));
  const cx = client({ queueMax: 2, batchMax: 1 });
  assert.equal(cx.trySend({ customer: "a", type: "visit" }), true);
  assert.equal(cx.trySend({ customer: "b", type: "visit" }), true);
  assert.equal(cx.trySend({ customer: "c", type: "visit" }), false);
  let isIn = false;
  const waits = cx.send({ customer: "d", type: "visit" }).then(() => (isIn = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isIn, false);
  assert.equal(cx.waiting, 2);

  release();
  await waits;
  await cx.close();
  assert.deepEqual(requests.flat().map(({ customer }) => customer), ["a", "b", "d"]);
});

test("tells of each interaction that is refused, also where all are", async () => {
  const rejected: Rejection[] = [];
  answers = [
    { status: 202, body: { accepted: 1, rejected: [{ index: 1, field: "value", error: "is missing" }] } },
    { status: 400, body: { rejected: [{ index: 0, field: "type", error: "is missing" }] } },
  ];
  const cx = client({ onRejected: (one: Rejection) => rejected.push(one) });
  await cx.send({ customer: "a", type: "visit" });
  await cx.send({ customer: "b", type: "purchase" });
  await cx.flush();
  await cx.send({ customer: "c", type: "" });
  await cx.close();

  assert.deepEqual(rejected.map(({ interaction, field }) => [interaction.customer, field]), [["b", "value"], ["c", "type"]]);
});

test("gives a batch up that will never be taken, or not for long, and says so", async () => {
  answers = [{ status: 401, body: { detail: "the key is not known here" } }];
  const cx = client();
  await cx.send({ customer: "a", type: "visit" });
  await assert.rejects(cx.flush(), (error) => error instanceof CxError && error.status === 401 && /the key is not known here/.test(error.message));

  answers = [{ status: 503 }, { status: 503 }];
  const failed: (readonly Interaction[])[] = [];
  const other = client({ attemptsMax: 2, onFailed: (batch: readonly Interaction[]) => failed.push(batch) });
  await other.send({ customer: "b", type: "visit" });
  await other.close();
  assert.equal(failed[0]?.[0]?.customer, "b");
  assert.throws(() => other.trySend({ customer: "c", type: "visit" }), /closed/);
});

test("sends by itself after a while", async () => {
  const cx = client({ flushEveryMs: 1 });
  const arrived = new Promise<void>((resolve) => server.once("request", () => resolve()));
  await cx.send({ customer: "a", type: "visit" });
  await arrived;
  await cx.close();
  assert.equal(requests.flat().length, 1);
});
