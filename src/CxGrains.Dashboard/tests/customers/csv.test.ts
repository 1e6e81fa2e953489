import { expect, it } from "vitest";
import { columnsDefault, readColumns } from "../../src/customers/columns";
import { cell, csvHead, csvLines } from "../../src/customers/csv";
import { ruleFrom } from "../../src/segments/useSegmentToEdit";

it("quotes what would break a line, and no more", () => {
  expect(['a,"b"', "two\nlines", "plain", 2.5, undefined].map(cell)).toEqual([
    '"a,""b"""',
    '"two\nlines"',
    "plain",
    "2.5",
    "",
  ]);
});

it("gives a spreadsheet no formula to run", () => {
  expect(cell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
  expect(cell("@sum")).toBe("'@sum");
  expect(cell(-3)).toBe("-3");
});

it("writes the columns that are shown, with numbers and times as programs read them", () => {
  const row = {
    id: "ada",
    lastSeen: "2026-03-01T00:00:00Z",
    engagement: { status: "ok" as const, score: 12.34 },
    churn: {
      status: "ok" as const,
      band: "high" as const,
      probability: 0.98765,
      alreadySo: false,
      why: "Silent, long",
    },
    value: 1204.5,
    segments: ["pro", "eu"],
  };
  expect(csvHead(["risk", "value", "segments"])).toBe("Customer,Risk,Value,Segments\r\n");
  expect(csvLines([row], ["risk", "why", "value", "lastSeen", "email", "segments"])).toBe(
    'ada,0.9877,"Silent, long",1204.5,2026-03-01T00:00:00Z,,pro eu\r\n',
  );
});

it("remembers columns in their order, and takes what is no column for not said", () => {
  expect(readColumns(null)).toEqual(columnsDefault);
  expect(readColumns("id,risk,nonsense")).toEqual(["risk", "id"]);
  expect(readColumns("")).toEqual([]);
});

it("begins a new segment with what the list was filtered by", () => {
  expect(ruleFrom(new URLSearchParams("band=high&account=Acme"))).toEqual({
    all: [
      { field: "churn.band", op: "eq", value: "high" },
      { field: "account", op: "eq", value: "Acme" },
    ],
  });
  const rule = (json: string) => new URLSearchParams({ band: "high", rule: json });
  const high = { field: "churn.band", op: "eq", value: "high" };
  expect(ruleFrom(rule('{"all":[{"field":"engagement","op":"lt","value":20}]}'))).toEqual({
    all: [high, { field: "engagement", op: "lt", value: 20 }],
  });
  expect(ruleFrom(rule('{"any":[1]}'))).toEqual({ all: [high, { any: [1] }] });
  expect(ruleFrom(rule("no rule"))).toEqual({ all: [high] });
  expect(ruleFrom(new URLSearchParams())).toEqual({ all: [{ field: "lastSeenDays", op: "gt", value: 30 }] });
});
