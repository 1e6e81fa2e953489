/** How many customers a rule would have. */
export interface RuleCount {
  readonly count: number;
  readonly total: number;
  readonly looked: number;
  /** False where a sample was looked at; the count is an estimate then, with its margin. */
  readonly isExact: boolean;
  readonly marginOfError?: number;
}
