import { expect, it } from "vitest";
import { yRange } from "../../src/charts/yRange";

const nps = { limits: [-100, 100], spanMin: 20 } as const;

it("gives a lone answer a scale of whole points, also at the end of what a score can be", () => {
  expect(yRange(30, 30, nps)).toEqual([20, 40]);
  expect(yRange(100, 100, nps)).toEqual([80, 100]);
  expect(yRange(-100, -100, nps)).toEqual([-100, -80]);
  expect(yRange(5, 5, { limits: [1, 7], spanMin: 1 })).toEqual([4.5, 5.5]);
});

it("leaves room around a trend and stays within what the score can be", () => {
  expect(yRange(0, 50, nps)).toEqual([-6, 56]);
  expect(yRange(-90, 99, nps)).toEqual([-100, 100]);
});
