import type { AlertSeverity } from "../api/views";
import type { Tone } from "../ui/tone";

export const severities: readonly AlertSeverity[] = ["info", "warning", "critical"];

export const toneOfSeverity: Record<AlertSeverity, Tone> = { info: "plain", warning: "warn", critical: "bad" };
