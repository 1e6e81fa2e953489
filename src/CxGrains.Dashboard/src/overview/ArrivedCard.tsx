import { useState } from "react";
import { Link } from "react-router";
import type { ConnectionList } from "../api/connections";
import type { DestinationList } from "../api/destinations";
import { useQuery } from "../api/useQuery";
import type { FeedEntry, WorkspaceView } from "../api/views";
import { may, useSession } from "../session/useSession";
import { texts } from "../texts";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { CopyLine } from "../ui/CopyLine";
import { CustomerLink } from "../ui/CustomerLink";
import { Deed } from "../ui/Deed";
import { curlAnswer } from "./curlLines";
import { endFirst, firstOf, isAwaited, steps, type StepName } from "./firstSteps";

const everyMs = 15_000;

/** Says to who saw the workspace empty that its first interaction has come, and what to do next, until it is put away. */
export function ArrivedCard({ view }: { readonly view: WorkspaceView }) {
  const [isShown, setShown] = useState(() => isAwaited(view.id));
  return isShown ? (
    <Arrived
      view={view}
      onDismiss={() => {
        endFirst(view.id);
        setShown(false);
      }}
    />
  ) : null;
}

interface Props {
  readonly view: WorkspaceView;
  readonly onDismiss: () => void;
}

function Arrived({ view, onDismiss }: Props) {
  // The feed goes on; what was the first stays it.
  const [first, setFirst] = useState<FeedEntry>();
  const found = first ?? firstOf(view);
  if (found !== first) {
    setFirst(found);
  }

  const scopes = useSession()?.scopes ?? [];
  const shown = steps.filter(({ needs }) => may(scopes, needs));
  const done = useDone(view, scopes);
  const hasAnswers = view.nps.responses + view.csat.responses + view.ces.responses > 0;
  const t = texts.first;
  return (
    <Card
      title={t.arrived}
      className="arrived"
      note={
        <button type="button" className="button small" onClick={onDismiss}>
          {t.dismiss}
        </button>
      }
    >
      <div data-testid="arrived">
        {found !== undefined && (
          <p className="arrived-first">
            <CustomerLink id={found.customer} name={found.name} /> <Deed entry={found.entry} />{" "}
            <span className="faint">
              · <Ago iso={found.received} />
            </span>
          </p>
        )}
        {!hasAnswers && (
          <>
            <p className="dim">{t.then}</p>
            <CopyLine text={curlAnswer(location.origin)} />
          </>
        )}
        <p className="dim">{shown.length === 0 ? t.live : t.next}</p>
        <ol className="next-steps">
          {shown.map(({ name, to }) => (
            <li key={name} className={done[name] ? "next-step is-done" : "next-step"}>
              <span className="next-mark" aria-hidden="true">
                {done[name] ? "✓" : ""}
              </span>
              <Link to={to}>{t.steps[name]}</Link>
              {done[name] && <span className="sr-only">{t.done}</span>}
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

/** Which steps are done already. Only who sees the card asks for it. */
function useDone(view: WorkspaceView, scopes: readonly string[]): Readonly<Record<StepName, boolean>> {
  const connections = useQuery<ConnectionList>(may(scopes, "admin") ? "connections" : undefined, everyMs);
  const destinations = useQuery<DestinationList>(may(scopes, "manage") ? "destinations" : undefined, everyMs);
  return {
    connection: (connections.view?.connections.length ?? 0) > 0,
    segment: view.segments.length > 0,
    destination: (destinations.view?.destinations.length ?? 0) > 0,
  };
}
