import { useState, type SyntheticEvent } from "react";
import { Problem } from "../api/problem";

interface SignIn {
  readonly problem: string | undefined;
  readonly isWorking: boolean;
  /** Takes back what was said of the last attempt. */
  readonly forget: () => void;
  readonly submit: (event: SyntheticEvent) => void;
}

/** A form that signs in: `missing` says what is not filled in, `wrong` what a refusal means, and `enter` asks the server. */
export function useSignIn(missing: () => string | undefined, wrong: string, enter: () => Promise<void>): SignIn {
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async () => {
    const lack = missing();
    if (lack !== undefined) {
      setProblem(lack);
      return;
    }

    setWorking(true);
    try {
      await enter();
    } catch (error) {
      const failure = Problem.of(error);
      setProblem(failure.status === 401 || failure.status === 403 ? wrong : failure.message);
      setWorking(false);
    }
  };
  return {
    problem,
    isWorking,
    forget: () => {
      setProblem(undefined);
    },
    submit: (event) => {
      event.preventDefault();
      void run();
    },
  };
}
