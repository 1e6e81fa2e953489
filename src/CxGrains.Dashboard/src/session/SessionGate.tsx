import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { Problem } from "../api/problem";
import { backoffMs } from "../live/backoff";
import { texts } from "../texts";
import { checkSession } from "./sessionApi";
import { session } from "./sessionStore";
import { SignInPage } from "./SignInPage";
import { Waiting } from "./Waiting";
import { WallPage } from "../wall/WallPage";

/** Shows the page to those who are signed in, and the sign-in to others. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, session.read);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  const check = useCallback(() => {
    checkSession().catch((error: unknown) => {
      setProblem(Problem.of(error).message);
      setAttempt((before) => before + 1);
    });
  }, []);

  // The server may be starting at this very moment: asks until there is an answer.
  useEffect(() => {
    if (state.kind !== "checking") {
      return undefined;
    }

    const timer = setTimeout(check, attempt === 0 ? 0 : backoffMs(attempt));
    return () => {
      clearTimeout(timer);
    };
  }, [state.kind, attempt, check]);

  switch (state.kind) {
    case "checking":
      return <Waiting message={problem ?? texts.page.loading} />;
    case "signedOut":
      return <SignInPage />;
    case "signedIn":
      return state.session.wall === undefined ? children : <WallPage wall={state.session.wall} />;
  }
}
