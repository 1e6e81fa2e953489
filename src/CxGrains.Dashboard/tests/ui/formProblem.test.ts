import { expect, it } from "vitest";
import { isOf } from "../../src/ui/formProblem";

it("finds a problem at its field and at the field it is a part of", () => {
  const problem = { field: "goals[1].target", message: "" };
  expect(isOf(problem, "goals")).toBe(true);
  expect(isOf(problem, "goals[1]")).toBe(true);
  expect(isOf(problem, "goals[1].target")).toBe(true);
  expect(isOf(problem, "goals[10]")).toBe(false);
  expect(isOf(problem, "goal")).toBe(false);
  expect(isOf(undefined, "goals")).toBe(false);
});
