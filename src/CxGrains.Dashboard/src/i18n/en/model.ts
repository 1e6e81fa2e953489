import { plural } from "./plural";

export const model = {
  title: "Model",
  hint: "How right the churn risk has been. Each prediction is kept, and judged when its time is over, before the model learns from it.",
  speaks: "Who speaks",
  model: "Your own model",
  prior: "A first estimate",
  modelWords: (n: number, shown: string) =>
    plural(n, shown, {
      one: "learned from 1 outcome of your own customers",
      other: "learned from # outcomes of your own customers",
    }),
  priorWords: "From silence and rhythm alone, until enough outcomes are known to learn from.",
  predicts: { silence: "Goes silent", cancellation: "Cancels" },
  within: (what: string, n: number, shown: string) =>
    plural(n, shown, { one: `${what} within 1 day`, other: `${what} within # days` }),
  needs: "What it needs to speak",
  outcomes: "Outcomes known",
  left: "Of customers that left",
  stayed: "Of customers that stayed",
  enough: "enough",
  ofNeeded: (have: string, needed: string) => `${have} of ${needed}`,
  record: "How right it has been",
  recordNote: (n: number, shown: string) =>
    plural(n, shown, { one: "1 prediction judged", other: "# predictions judged" }),
  recordNoteOwn: (n: number, shown: string) =>
    plural(n, shown, { one: "1 prediction of your own model judged", other: "# predictions of your own model judged" }),
  recordFirst: (n: string) =>
    `These were first estimates, made before your own model had learned; your model has ${n} judged so far.`,
  recordEmpty: "No prediction has been judged yet.",
  recordEmptyHint: (n: number, shown: string) =>
    plural(n, shown, {
      one: "An outcome is known when 1 day has passed: then the prediction shows here, right or wrong.",
      other: "An outcome is known when # days have passed: then the prediction shows here, right or wrong.",
    }),
  recordOneKind: "So far all of them had the same outcome; right and wrong can be told once some left and some stayed.",
  auc: "Telling apart",
  aucName: "AUC",
  aucWords: (n: string) =>
    `Of one customer that left and one that stayed, the one that left had the higher risk in ${n} of 100 cases. Guessing would be 50.`,
  lift: "Top tenth",
  liftName: "lift",
  liftWords: (times: string) => `Of the riskiest tenth, ${times} times as many left as of all customers.`,
  brier: "Error",
  brierName: "Brier score",
  brierWords: (plain: string) => `0 would be perfect. Giving everybody the same average would score ${plain}.`,
  brierWordsPlain: "0 would be perfect.",
  calibrationError: "Off by",
  calibrationErrorName: "calibration error",
  calibrationErrorWords: "That far a stated probability is from what came true, on average.",
  times: (n: string) => `${n}×`,
  points: (n: string) => `${n} points`,
  leftShare: (percent: string) => `${percent} of them left`,
  calibration: "Said and come true",
  calibrationNote: "on the line: as said",
  predicted: "said: will leave",
  observed: "left in truth",
  above: "Above the line more left than said; below it fewer.",
  small: "Bins of fewer than 20 are drawn hollow: chance weighs heavily there.",
  bin: (predicted: string, observed: string, n: string) => `said ${predicted}, left ${observed}, ${n} predictions`,
  count: "Predictions",
  asTable: "The same in numbers",
};
