import { expect, it } from "vitest";
import { daysDefault, readScope, writeScope } from "../../src/insights/scope";

it("keeps whose figures are shown in the address", () => {
  const scope = readScope(new URLSearchParams("segment=a%26b&window=7d"));
  expect(scope).toEqual({ segment: "a&b", days: 7 });
  expect(writeScope(scope).toString()).toBe("segment=a%26b&window=7d");
});

it("takes what there is not for not said", () => {
  expect(readScope(new URLSearchParams("segment=&window=8d"))).toEqual({ segment: undefined, days: undefined });
});

it("leaves out what is not said, and what goes without saying", () => {
  expect(writeScope({ segment: undefined, days: undefined }).toString()).toBe("");
  expect(writeScope({ segment: undefined, days: 30 }).toString()).toBe("window=30d");
  expect(writeScope({ segment: undefined, days: 30 }, daysDefault).toString()).toBe("");
});
