import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadCatalogue } from "./i18n/catalogue";
import { directions, language, numerals } from "./i18n/language";
import { speak } from "./texts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/connections.css";
import "./styles/scores.css";
import "./styles/privacy.css";
import "./styles/removals.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("The page has no element with the id 'root'.");
}

if (root.dataset.drawn === undefined) {
  root.dataset.drawn = "true";
  document.documentElement.lang = language;
  document.documentElement.dir = directions[language];
  void start(root);
} else {
  // A part that was loaded later comes from a newer version of the server, and has brought this file with it once more.
  location.reload();
}

async function start(element: HTMLElement): Promise<void> {
  speak(await loadCatalogue(language, numerals));
  // Only now: what the page is made of asks for its words when it is loaded.
  const { App } = await import("./app/App");
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
