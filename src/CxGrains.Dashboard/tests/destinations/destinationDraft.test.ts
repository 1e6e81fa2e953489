import { expect, test } from "vitest";
import { destinationBody, draftOf, freshDraft } from "../../src/destinations/destinationDraft";

test("an empty address is left out, so that the one there is stays", () => {
  expect(destinationBody({ ...freshDraft, kind: "slack", name: " Team " })).toEqual({
    kind: "slack",
    severity: "info",
    enabled: true,
    name: "Team",
  });
});

test("e-mail addresses come one a line or with commas", () => {
  const body = destinationBody({
    ...freshDraft,
    kind: "email",
    url: "https://x",
    addresses: "a@x.org\n\n b@x.org, c@x.org",
  });
  expect(body).toEqual({
    kind: "email",
    severity: "info",
    enabled: true,
    reportsOnly: false,
    addresses: ["a@x.org", "b@x.org", "c@x.org"],
  });
});

test("the host of a channel is not taken for its address", () => {
  const view = {
    id: "s",
    name: "S",
    kind: "slack",
    url: "https://hooks.slack.com/…",
    enabled: true,
    severity: "warning",
    waiting: 0,
    dead: 0,
  } as const;
  expect(draftOf(view).url).toBe("");
});
