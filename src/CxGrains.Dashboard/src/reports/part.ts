import type { FormProblem } from "../ui/formProblem";
import type { ReportDraft } from "./reportDraft";

/** What each part of the form is given. */
export interface ReportPart {
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
  readonly problem: FormProblem | undefined;
}
