import { expect, it } from "vitest";
import * as numbers from "../../src/format/numbers";

it("prints counts with separators, and large ones short where there is no room", () => {
  expect(numbers.count(1284377)).toBe("1,284,377");
  expect(numbers.compact(99_999)).toBe("99,999");
  expect(numbers.compact(1_284_377)).toBe("1.3M");
});

it("keeps the decimals of a score, so that it keeps its width", () => {
  expect(numbers.fixed(41, 1)).toBe("41.0");
  expect(numbers.margin(8.116)).toBe("±8.1");
  expect(numbers.signed(4.14, 1)).toBe("+4.1");
  expect(numbers.signed(0, 1)).toBe("0.0");
});

it("prints percent, shares and intervals", () => {
  expect(numbers.percent(87.4)).toBe("87%");
  expect(numbers.share(1, 3)).toBe("33%");
  expect(numbers.share(0, 0)).toBe("0%");
  expect(numbers.share(1, 1284)).toBe("<1%");
  expect(numbers.share(1283, 1284)).toBe(">99%");
  expect(numbers.share(1284, 1284)).toBe("100%");
  expect(numbers.percentRange(84.8, 89.1)).toMatch(/^85%?\s?–\s?89%$/);
});

it("is never certain of a probability", () => {
  expect([0.997, 0.91, 0.004].map(numbers.probability)).toEqual([">99%", "91%", "<1%"]);
});

it("prints money in its currency, round sums without cents, and codes that are none as they came", () => {
  expect(numbers.money(240, "USD")).toBe("$240");
  expect(numbers.money(49.9, "EUR")).toBe("€49.90");
  expect(numbers.money(18_400.25, "USD")).toBe("$18,400");
  expect(numbers.money(12.5)).toBe("12.5");
  expect(numbers.money(12.5, "")).toBe("12.5");
  expect(numbers.money(12.5, "points")).toBe("12.5 points");
});

it("prints amounts in a column whole from a hundred on, with the currency where there is one", () => {
  expect(numbers.amount(1284.4)).toBe("1,284");
  expect(numbers.amount(1284.4, "EUR")).toBe("€1,284");
  expect(numbers.amount(49.9, "EUR")).toBe("€49.90");
});

it("gives the numbers of a scale as many decimals as tell them apart", () => {
  expect(numbers.scaleNumbers([30, 35, 40])).toEqual(["30", "35", "40"]);
  expect(numbers.scaleNumbers([5.25, 5.5])).toEqual(["5.25", "5.50"]);
});
