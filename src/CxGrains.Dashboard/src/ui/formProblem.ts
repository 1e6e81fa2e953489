import { Problem } from "../api/problem";
import { texts } from "../texts";

/** What is wrong with a form. */
export interface FormProblem {
  /** The field as the server names it: `id`, `name`, `rule.all[0].value`; undefined for the whole. */
  readonly field: string | undefined;
  readonly message: string;
}

/** Whether a problem is about a field, or a part of it. */
export const isOf = (problem: FormProblem | undefined, field: string): boolean =>
  problem?.field === field ||
  problem?.field?.startsWith(`${field}.`) === true ||
  problem?.field?.startsWith(`${field}[`) === true;

/** Why a definition could not be saved, at the field where it can be put right. */
export function formProblem(error: unknown, isNew: boolean): FormProblem {
  const { status, field, message } = Problem.of(error);
  return isNew && status === 412 ? { field: "id", message: texts.form.idTaken } : { field, message };
}
