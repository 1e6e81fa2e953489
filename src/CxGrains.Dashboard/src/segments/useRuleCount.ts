import { useEffect, useState } from "react";
import { post } from "../api/http";
import { Problem } from "../api/problem";
import type { RuleCount } from "../api/ruleCount";
import { useDebounced } from "../lists/useDebounced";

const settleMs = 400;

export interface CountedRule {
  /** The rule that was counted last, as JSON. */
  readonly json: string;
  readonly count: RuleCount | undefined;
  readonly problem: Problem | undefined;
}

/** How many customers a rule would have, asked when it has stood still for a moment. Undefined until the first answer. */
export function useRuleCount(json: string): CountedRule | undefined {
  const settled = useDebounced(json, settleMs);
  const [counted, setCounted] = useState<CountedRule>();
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      try {
        const rule: unknown = JSON.parse(settled);
        const count = await post<RuleCount>("segments/count", { rule }, abort.signal);
        setCounted({ json: settled, count, problem: undefined });
      } catch (error) {
        if (!abort.signal.aborted) {
          setCounted({ json: settled, count: undefined, problem: Problem.of(error) });
        }
      }
    };
    void ask();
    return () => {
      abort.abort();
    };
  }, [settled]);
  return counted;
}
