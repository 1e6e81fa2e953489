import { useEffect } from "react";
import { Link } from "react-router";
import { useLiveStatus } from "../live/useTopic";
import { may, useSession } from "../session/useSession";
import { texts } from "../texts";
import { CopyLine } from "../ui/CopyLine";
import { curlAnswer, curlPurchase } from "./curlLines";
import { awaitFirst } from "./firstSteps";

/** An empty workspace teaches how to fill it, and waits for it. A wall and the demo only look on. */
export function FirstSteps({ workspace }: { readonly workspace: string }) {
  const session = useSession();
  const isLive = useLiveStatus().kind === "live";
  const isAwaiting = session !== undefined && session.wall === undefined && !session.demo;
  useEffect(() => {
    if (isAwaiting) {
      awaitFirst(workspace);
    }
  }, [isAwaiting, workspace]);
  return (
    <section className="card first-steps">
      <h2>{texts.first.title}</h2>
      <p className="dim">
        {texts.first.text}{" "}
        {session !== undefined && may(session.scopes, "admin") && <Link to="/settings/keys">{texts.keys.make}</Link>}
      </p>
      <CopyLine text={curlPurchase(location.origin)} />
      <p className="dim">{texts.first.then}</p>
      <CopyLine text={curlAnswer(location.origin)} />
      {isLive && (
        <p className="awaiting live-live" data-testid="awaiting">
          <span className="live-dot" aria-hidden="true" />
          {texts.first.waiting}
        </p>
      )}
    </section>
  );
}
