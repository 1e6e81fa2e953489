import type { OnTrack } from "../api/insightsViews";
import type { Tone } from "../ui/tone";

/** What a goal's state means; the word stands beside it always. */
export const toneOfOnTrack: Record<OnTrack, Tone> = { yes: "good", no: "bad", uncertain: "warn" };
