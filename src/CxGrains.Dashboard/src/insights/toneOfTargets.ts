import type { Tone } from "../ui/tone";

/** What a share of met targets means; the number stands beside it always. */
export const toneOfTargets = (met: number): Tone => (met >= 0.9 ? "good" : met >= 0.75 ? "warn" : "bad");
