/** A score's scale on a chart. */
export interface ScoreScale {
  /** The least and the most that the score can be. */
  readonly limits: readonly [number, number];
  /** The least that the chart shows from bottom to top: a lone answer must not look like a matter of hundredths. */
  readonly spanMin: number;
}

/** From where to where a chart shows a score: room above and below, and never beyond what the score can be. */
export function yRange(low: number | null, high: number | null, { limits, spanMin }: ScoreScale): [number, number] {
  const [from, to] = [low ?? limits[0], high ?? limits[0]];
  const room = Math.max((to - from) * 0.12, (spanMin - (to - from)) / 2);
  const bottom = Math.max(limits[0], Math.min(from - room, limits[1] - spanMin));
  return [bottom, Math.min(limits[1], Math.max(to + room, bottom + spanMin))];
}
