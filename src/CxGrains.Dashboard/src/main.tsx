import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/scores.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("The page has no element with the id 'root'.");
}

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
