import type { Renewal } from "../api/accountViews";
import type { Tone } from "../ui/tone";

/** Days before a renewal from which it is near. */
const nearDays = 30;

/** What a renewal's days mean: near, passed unrenewed, renewed, or still far. */
export function toneOfRenewal({ days, isPast, isRenewed }: Renewal): Tone {
  return isPast ? (isRenewed ? "good" : "bad") : days <= nearDays ? "warn" : "plain";
}
