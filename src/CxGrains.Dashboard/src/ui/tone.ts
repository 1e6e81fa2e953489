import type { AdvocacyStatus } from "../api/customerViews";
import type { RiskBand } from "../api/views";

/** The four meanings a colour may have; a word or a number always says the same. */
export type Tone = "good" | "warn" | "bad" | "plain" | "accent";

export const toneOfBand: Record<RiskBand, Tone> = { low: "good", medium: "warn", high: "bad", notEnoughData: "plain" };

const tones: Record<string, Tone> = {
  promoter: "good",
  satisfied: "good",
  easy: "good",
  detractor: "bad",
  unsatisfied: "bad",
  hard: "bad",
};

export const toneOfCategory = (category: string | undefined): Tone => tones[category ?? ""] ?? "plain";

const typeTones: Record<string, Tone> = {
  cancelled: "bad",
  cancel_requested: "bad",
  complaint: "bad",
  refund: "warn",
  ticket_opened: "warn",
  purchase: "accent",
  renewed: "good",
  referral: "good",
  goal_completed: "good",
  ticket_resolved: "good",
};

export const toneOfType = (type: string): Tone => typeTones[type] ?? "plain";

export const toneOfAdvocacy: Record<AdvocacyStatus, Tone> = {
  notEnoughData: "plain",
  detractor: "bad",
  passive: "plain",
  promoter: "good",
  advocate: "good",
};
