import type { FormProblem } from "../ui/formProblem";
import type { RuleDraft } from "./ruleDraft";

/** What every part of the form is given. */
export interface RulePart {
  readonly draft: RuleDraft;
  readonly change: (part: Partial<RuleDraft>) => void;
  readonly problem: FormProblem | undefined;
}
