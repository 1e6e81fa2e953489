import type { Tone } from "../ui/tone";

/** What a health of 0 to 100 means; the number stands beside it always. */
export const toneOfHealth = (score: number): Tone => (score >= 67 ? "good" : score >= 34 ? "warn" : "bad");
