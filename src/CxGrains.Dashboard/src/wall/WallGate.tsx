import { useEffect, useState, useSyncExternalStore } from "react";
import { Problem } from "../api/problem";
import { openWall } from "../session/sessionApi";
import { session } from "../session/sessionStore";
import { Waiting } from "../session/Waiting";
import { texts } from "../texts";
import { WallPage } from "./WallPage";

/** Nobody stands before the screen to press a button: it tries again by itself. */
const retryMs = 15_000;

/** Opens a wall link, and again where the server has forgotten it, until the link is worth nothing any more. */
export function WallGate({ token }: { readonly token: string }) {
  const state = useSyncExternalStore(session.subscribe, session.read);
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const wall = state.kind === "signedIn" ? state.session.wall : undefined;
  useEffect(() => {
    if (wall !== undefined) {
      return undefined;
    }

    const timer = setTimeout(
      () => {
        openWall(token).then(
          () => {
            setProblem(undefined);
            setAttempt(0);
          },
          (error: unknown) => {
            const failure = Problem.of(error);
            setProblem(failure.status === 401 ? texts.wall.closed : failure.message);
            setAttempt((before) => before + 1);
          },
        );
      },
      attempt === 0 ? 0 : retryMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [wall, token, attempt]);
  return wall === undefined ? <Waiting message={problem ?? texts.page.loading} /> : <WallPage wall={wall} />;
}
