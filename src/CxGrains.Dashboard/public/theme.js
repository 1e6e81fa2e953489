// A file of its own, so that a content security policy may forbid inline scripts.
try {
  const chosen = localStorage.getItem("cx-theme");
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
} catch (error) {
  // Storage may be forbidden; the system's scheme is used then.
  document.documentElement.dataset.themeStorage = String(error);
}
