import { expect, it } from "vitest";
import { readParams, writeParams } from "../../src/insights/insightsParams";

it("reads what the address asks for", () => {
  expect(readParams(new URLSearchParams("segment=vip&window=90d"))).toEqual({ segment: "vip", days: 90 });
});

it("takes 30 days and all customers where the address asks for nothing that there is", () => {
  expect(readParams(new URLSearchParams("segment=&window=5000d"))).toEqual({ segment: undefined, days: 30 });
});

it("leaves out what is the default", () => {
  expect(writeParams(undefined, 30).toString()).toBe("");
  expect(writeParams("a&b", 7).toString()).toBe("segment=a%26b&window=7d");
  expect(readParams(writeParams("a&b", 7))).toEqual({ segment: "a&b", days: 7 });
});
