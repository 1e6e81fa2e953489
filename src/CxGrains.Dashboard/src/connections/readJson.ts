import { Problem } from "../api/problem";
import { connectionsTexts as t } from "../texts";

/** The JSON that was typed as a mapping; an empty text is an empty mapping. Throws a {@link Problem} at the field where it is none. */
export function readJson(text: string): unknown {
  if (text.trim() === "") {
    return {};
  }

  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, t.notJson(error instanceof Error ? error.message : String(error)), "mapping");
  }
}
