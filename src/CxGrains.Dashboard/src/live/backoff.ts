const firstMs = 500;
const capMs = 15_000;

/**
 * How long to wait before the next attempt: doubles up to 15 seconds, never gives up.
 * Half of it is left to chance, so that the pages of a whole office do not come back in the same instant.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const fullMs = Math.min(capMs, firstMs * 2 ** Math.min(attempt, 16));
  return Math.round(fullMs * (0.5 + random() / 2));
}
