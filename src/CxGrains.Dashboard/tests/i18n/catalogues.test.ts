import { describe, expect, it } from "vitest";
import { ar } from "../../src/i18n/ar";
import { catalogueWithDigits } from "../../src/i18n/digits";
import { en } from "../../src/i18n/en";
import { th } from "../../src/i18n/th";

function leaves(words: unknown, path = ""): [string, string][] {
  return typeof words === "string"
    ? [[path, words]]
    : typeof words === "object" && words !== null
      ? Object.entries(words).flatMap(([name, part]) => leaves(part, path === "" ? name : `${path}.${name}`))
      : [];
}

const english = new Map(leaves(en));

// Names of products, abbreviations of the field, and what is said alike in every language.
const alike =
  /^(page\.product|metrics\.|alerting\.|connections\.kinds\.|deliveries\.(kinds|urlHints)\.|insights\.goalMetrics\.|model\.aucName)/;

describe.each([
  ["Arabic", ar, /\p{Script=Arabic}/u],
  ["Thai", th, /\p{Script=Thai}/u],
])("the words in %s", (_, catalogue, script) => {
  it("are all said in it", () => {
    const unsaid = leaves(catalogue).filter(
      ([path, text]) => !script.test(text) && (english.get(path) ?? "") !== "" && !alike.test(path),
    );
    expect(unsaid).toEqual([]);
  });

  it("are empty only where English says nothing", () => {
    expect(leaves(catalogue).filter(([path, text]) => text === "" && english.get(path) !== "")).toEqual([]);
  });
});

describe("counts", () => {
  it("have the categories that each language has", () => {
    const categories = (tag: string) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    expect(categories("en").toSorted()).toEqual(["one", "other"]);
    expect(categories("ar").toSorted()).toEqual(["few", "many", "one", "other", "two", "zero"]);
    expect(categories("th")).toEqual(["other"]);
  });

  it("agree with their noun", () => {
    const answers = (n: number) => ar.score.answers(n, String(n));
    expect([0, 1, 2, 3, 11, 100].map(answers)).toEqual([
      "لا إجابات",
      "إجابة واحدة",
      "إجابتان",
      "3 إجابات",
      "11 إجابة",
      "100 إجابة",
    ]);
    expect([0, 1, 2].map((n) => en.score.answers(n, String(n)))).toEqual(["0 answers", "1 answer", "2 answers"]);
    expect(th.score.answers(1, "1")).toBe("1 คำตอบ");
  });

  it("show what they are given, whatever it holds", () => {
    expect(en.score.answers(5, "$&")).toBe("$& answers");
  });
});

it("writes fixed texts with the chosen digits, and leaves what is made of parts alone", () => {
  const words = catalogueWithDigits(ar, "arab");
  expect(words.score.cesMethod.agree).toBe("الموافقة، ٥ – ٧");
  expect(words.customer.ticket("T-7")).toBe("التذكرة T-7");
});
