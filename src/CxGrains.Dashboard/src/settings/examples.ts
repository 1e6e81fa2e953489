import type { Goal, Journey, LoyaltyTier } from "../api/settings";

/** Lists that the server takes as they are, to begin from. */
export const journeyExample: Journey = {
  id: "buying",
  name: "Buying",
  dropDays: 14,
  stages: [
    { id: "looked", name: "Looked", type: "visit" },
    { id: "tried", name: "Tried", type: "goal_started", touchpoint: "trial" },
    { id: "bought", name: "Bought", type: "purchase" },
  ],
};

/** A goal that runs for a year from a day. */
export function goalExample(today: string): Goal {
  const year = Number(today.slice(0, 4));
  return {
    id: "nps",
    name: "NPS of 40",
    metric: "nps",
    start: 30,
    target: 40,
    from: today,
    by: `${year + 1}${today.slice(4) === "-02-29" ? "-02-28" : today.slice(4)}`,
  };
}

export const tierExample: LoyaltyTier = { name: "Gold", rule: { field: "purchases.total", op: "ge", value: 1000 } };
