import { isOf, type FormProblem } from "./formProblem";

interface Props {
  readonly problem: FormProblem | undefined;
  /** The form's fields, which show what is theirs themselves. */
  readonly fields?: readonly string[];
}

/** What is wrong with a form and belongs to none of its fields. */
export function OtherProblem({ problem, fields = [] }: Props) {
  return problem === undefined || fields.some((field) => isOf(problem, field)) ? null : (
    <p className="field-problem" role="alert">
      {problem.message}
    </p>
  );
}
