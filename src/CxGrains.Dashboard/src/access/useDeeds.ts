import { useState } from "react";
import { send } from "../api/http";
import { formProblem, type FormProblem } from "../ui/formProblem";

interface Deeds {
  readonly problem: FormProblem | undefined;
  readonly isWorking: boolean;
  /** Does something; gives whether it worked. What went wrong is kept to be shown. */
  readonly run: (deed: () => Promise<unknown>) => Promise<boolean>;
}

/** Something done on the server, one at a time, and what it says of it. */
export function useDeeds(): Deeds {
  const [problem, setProblem] = useState<FormProblem>();
  const [isWorking, setWorking] = useState(false);
  const run = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setWorking(true);
    try {
      await deed();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(formProblem(error, false));
      return false;
    } finally {
      setWorking(false);
    }
  };
  return { problem, isWorking, run };
}

/** Sends a small body. */
export const sendJson = (path: string, method: "POST" | "PUT", body: unknown): Promise<Response> =>
  send(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
