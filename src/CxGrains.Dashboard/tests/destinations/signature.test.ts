import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

interface Example {
  readonly secrets: readonly string[];
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
  readonly signature: string;
}

// The server's tests hold that this is what it sends.
const example = JSON.parse(
  readFileSync(new URL("../../../../tests/Shared/signed-webhook.json", import.meta.url), "utf8"),
) as Example;
const headers = {
  "webhook-id": example.id,
  "webhook-timestamp": `${example.timestamp}`,
  "webhook-signature": example.signature,
};

beforeEach(() => {
  vi.useFakeTimers({ now: example.timestamp * 1000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("the receivers' own library accepts what the server signs, with each secret", () => {
  for (const secret of example.secrets) {
    expect(new Webhook(secret).verify(example.body, headers)).toMatchObject({ type: "alert.raised" });
  }
});

test("it refuses another body and another secret", () => {
  const [secret = ""] = example.secrets;
  expect(() => new Webhook(secret).verify(example.body.replace("ada", "eve"), headers)).toThrow();
  expect(() => new Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAA").verify(example.body, headers)).toThrow();
});
