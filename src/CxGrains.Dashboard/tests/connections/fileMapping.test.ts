import { expect, it } from "vitest";
import {
  guessMapping,
  recallMapping,
  rememberMapping,
  toInteractions,
  type FileMapping,
} from "../../src/connections/fileMapping";

const table = {
  columns: ["user_id", "ordered_at", "amount", "currency", "plan", "note"],
  rows: [
    ["ada", "2026-10-01", "49.90", "EUR", "pro", "first"],
    ["bo", "2026-10-02 18:05:00", "x", "", "", ""],
  ],
};

const mapping: FileMapping = {
  ...guessMapping(table.columns),
  targets: ["customer", "at", "value", "currency", "trait", "property"],
};

it("guesses by name and takes each field once", () => {
  expect(guessMapping(["email", "customer_id", "score", "Created At", "x"]).targets).toEqual([
    "customer",
    "",
    "score",
    "at",
    "",
  ]);
  expect(guessMapping(["score"]).type).toBe("survey_response");
});

it("makes interactions: numbers, instants in UTC, traits and properties; what is empty is not said", () => {
  const [first, second] = toInteractions(table, mapping);
  expect(first).toMatchObject({
    customer: "ada",
    at: "2026-10-01T00:00:00Z",
    value: 49.9,
    currency: "EUR",
    type: "purchase",
    traits: { plan: "pro" },
    properties: { note: "first" },
  });
  expect(second).toEqual({
    customer: "bo",
    at: "2026-10-02T18:05:00Z",
    value: "x",
    type: "purchase",
    id: second?.id,
  });
});

it("gives rows without an id always the same one, so that a file counts once", () => {
  const ids = toInteractions(table, mapping).map((interaction) => interaction.id);
  expect(toInteractions(table, mapping).map((interaction) => interaction.id)).toEqual(ids);
  expect(new Set(ids).size).toBe(2);
  expect(
    toInteractions({ ...table, rows: [["ada", "2026-10-01", "50", "EUR", "pro", "first"]] }, mapping)[0]?.id,
  ).not.toBe(ids[0]);
});

it("remembers a mapping for the same columns only", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
  rememberMapping(table.columns, mapping, storage);
  expect(recallMapping(table.columns, storage)).toEqual(mapping);
  expect(recallMapping(["other"], storage)).toBeUndefined();
});
