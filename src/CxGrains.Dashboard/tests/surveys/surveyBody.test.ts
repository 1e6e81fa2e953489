import { expect, it } from "vitest";
import { surveyBody } from "../../src/surveys/surveyBody";

const draft = { id: " effort ", name: " ", metric: "nps", scale: "5", cesMethod: "agree" } as const;

it("sends only what the metric knows", () => {
  expect(surveyBody(draft)).toEqual({ id: "effort", name: "effort", metric: "nps" });
  expect(surveyBody({ ...draft, metric: "ces" })).toEqual({
    id: "effort",
    name: "effort",
    metric: "ces",
    cesMethod: "agree",
  });
  expect(surveyBody({ ...draft, name: "Stars", metric: "rating" })).toMatchObject({ name: "Stars", scale: 5 });
});

it("leaves a scale that is no number to the server, which names the field", () => {
  expect(surveyBody({ ...draft, metric: "csat", scale: "five" })).toMatchObject({ scale: "five" });
});
