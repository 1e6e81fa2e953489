import { expect, it } from "vitest";
import { cesText, csatText, npsText } from "../../src/scores/scoreText";

it("shows the published example with its margin", () => {
  const nps = npsText({ status: "ok", responses: 324, score: 33.333, marginOfError: 8.116 });
  expect(nps).toEqual({ value: "33.3", uncertainty: "±8.1" });
});

it("shows no number where there is not enough data", () => {
  expect(npsText({ status: "notEnoughData", responses: 0 })).toBeUndefined();
  expect(csatText({ status: "notEnoughData", responses: 0 })).toBeUndefined();
  expect(cesText({ status: "notEnoughData", responses: 0, method: "mean" })).toBeUndefined();
});

it("shows a score without a margin where the margin is not known", () => {
  expect(npsText({ status: "ok", responses: 1, score: 100 })?.uncertainty).toBe("");
});

it("shows CES by the method that made it", () => {
  const mean = cesText({ status: "ok", responses: 9, method: "mean", score: 5.6, marginOfError: 0.1 });
  const agree = cesText({ status: "ok", responses: 9, method: "agree", score: 81.2, low: 78, high: 84 });
  expect(mean).toEqual({ value: "5.60", uncertainty: "±0.10" });
  expect(agree?.value).toBe("81%");
});
