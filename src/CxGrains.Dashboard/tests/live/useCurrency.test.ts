import { expect, it } from "vitest";
import { onlyCurrency } from "../../src/live/useCurrency";

it("knows a currency only where all amounts have it", () => {
  expect(onlyCurrency({ EUR: 12 })).toBe("EUR");
  expect(onlyCurrency({ EUR: 12, USD: 1 })).toBeUndefined();
  expect(onlyCurrency({ EUR: 12, "": 1 })).toBeUndefined();
  expect(onlyCurrency({ "": 1 })).toBeUndefined();
  expect(onlyCurrency({})).toBeUndefined();
});
