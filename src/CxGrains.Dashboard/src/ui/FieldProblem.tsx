import { isOf, type FormProblem } from "./formProblem";

interface Props {
  readonly problem: FormProblem | undefined;
  /** The field this stands under; problems of its parts are shown too. */
  readonly field: string;
  readonly hint?: string;
}

/** What the server says about a field, in a place that is always there. */
export function FieldProblem({ problem, field, hint = "" }: Props) {
  const isMine = isOf(problem, field);
  return (
    <span className={isMine ? "field-problem" : "field-hint"} role={isMine ? "alert" : undefined}>
      {isMine ? <bdi>{problem?.message}</bdi> : hint}
    </span>
  );
}
