// Where storage is forbidden, or there is none, a choice holds until the page is closed; the page says so for those who look.

const note = (error: unknown): void => {
  document.documentElement.dataset.storage = String(error);
};

/** What was remembered in this browser; null where nothing was, or nothing can be. */
export function recall(key: string): string | null {
  try {
    return typeof document === "undefined" ? null : localStorage.getItem(key);
  } catch (error) {
    note(error);
    return null;
  }
}

/** Remembers a choice in this browser. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    note(error);
  }
}
