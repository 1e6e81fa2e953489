import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/connections.css";
import "./styles/scores.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("The page has no element with the id 'root'.");
}

if (root.dataset.drawn === undefined) {
  root.dataset.drawn = "true";
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
} else {
  // A part that was loaded later comes from a newer version of the server, and has brought this file with it once more.
  location.reload();
}
