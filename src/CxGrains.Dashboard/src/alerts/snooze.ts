const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const untils = ["hour", "fourHours", "tomorrow", "week"] as const;

export type Until = (typeof untils)[number];

/** When a snooze ends; tomorrow is the reader's own. */
export function untilIso(until: Until, now: Date): string {
  switch (until) {
    case "hour":
      return new Date(now.getTime() + hourMs).toISOString();
    case "fourHours":
      return new Date(now.getTime() + 4 * hourMs).toISOString();
    case "week":
      return new Date(now.getTime() + 7 * dayMs).toISOString();
    case "tomorrow": {
      const morning = new Date(now);
      morning.setDate(morning.getDate() + 1);
      morning.setHours(9, 0, 0, 0);
      return morning.toISOString();
    }
  }
}
