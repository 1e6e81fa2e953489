import { useState } from "react";
import { post } from "../api/http";
import { Problem } from "../api/problem";
import type { AlertView } from "../api/alertViews";
import type { FormProblem } from "../ui/formProblem";

export type Verb = "take" | "snooze" | "resolve";

/** Does something with an alert. What comes of it shows through the live topic, here as with everybody else. */
export function useHandling(id: string, done?: () => void) {
  const [problem, setProblem] = useState<FormProblem>();
  const [isWorking, setWorking] = useState(false);
  const handle = async (verb: Verb, body: Record<string, string>) => {
    setWorking(true);
    try {
      await post<AlertView>(`alerts/${encodeURIComponent(id)}/${verb}`, body);
      setProblem(undefined);
      done?.();
    } catch (error) {
      const { field, message } = Problem.of(error);
      setProblem({ field, message });
    } finally {
      setWorking(false);
    }
  };

  return { handle, problem, isWorking };
}
