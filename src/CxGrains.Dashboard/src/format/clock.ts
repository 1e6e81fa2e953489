import { useSyncExternalStore } from "react";

/** One timer for all relative times of the page. */
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    nowMs = Date.now();
  }

  timer ??= setInterval(() => {
    nowMs = Date.now();
    listeners.forEach((tell) => {
      tell();
    });
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The wall clock in whole multiples of `stepMs`, so that a component that shows days does not draw itself each second. */
export function useNow(stepMs = 1000): number {
  const read = () => Math.floor(nowMs / stepMs) * stepMs;
  return useSyncExternalStore(subscribe, read, read);
}
