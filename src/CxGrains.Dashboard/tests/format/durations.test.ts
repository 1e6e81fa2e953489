import { expect, it } from "vitest";
import { countdown, minutes, seconds } from "../../src/format/durations";

it("prints how long something took in the units that fit", () => {
  expect(minutes(0.5)).toBe("30s");
  expect(minutes(12.4)).toBe("12m");
  expect(minutes(60)).toBe("1h");
  expect(minutes(134)).toBe("2h 14m");
  expect(minutes(59.7)).toBe("1h");
  expect(minutes(4_608)).toBe("3.2d");
});

it("runs to the second below an hour", () => {
  expect(countdown(3_599_999)).toBe("59m 59s");
  expect(countdown(65_000)).toBe("1m 05s");
  expect(countdown(-65_000)).toBe("1m 05s");
  expect(countdown(7_260_000)).toBe("2h 1m");
});

it("never says sixty seconds", () => {
  expect(seconds(59.6)).toBe("1m 00s");
  expect(seconds(119.7)).toBe("2m 00s");
  expect(seconds(42)).toBe("42s");
});
