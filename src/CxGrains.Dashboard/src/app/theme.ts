import { useSyncExternalStore } from "react";
import { remember } from "../ui/remember";

export type Theme = "system" | "light" | "dark";

// public/theme.js reads the same key before the first paint.
const key = "cx-theme";
const listeners = new Set<() => void>();

function read(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function setTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }

  remember(key, theme);
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, read);

const darkQuery = "(prefers-color-scheme: dark)";

function subscribeDark(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener("change", listener);
  const leave = subscribe(listener);
  return () => {
    query.removeEventListener("change", listener);
    leave();
  };
}

/** Whether the page is dark now, for what is drawn on a canvas. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(
    subscribeDark,
    () => read() === "dark" || (read() === "system" && matchMedia(darkQuery).matches),
    () => false,
  );
