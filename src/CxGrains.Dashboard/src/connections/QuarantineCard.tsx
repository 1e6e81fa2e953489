import { useState } from "react";
import type { Payload, QuarantinePage, ReplayAnswer } from "../api/connections";
import { post } from "../api/http";
import { Problem } from "../api/problem";
import { useQuery } from "../api/useQuery";
import { removals } from "../removals/removals";
import { useRemovals } from "../removals/useRemovals";
import { connectionsTexts as t, texts } from "../texts";
import { count } from "../format/numbers";
import { Ago } from "../ui/Ago";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Said } from "../ui/Said";
import { Skeleton } from "../ui/Skeleton";
import { leftOf, pathOf, pathUpTo } from "./removedPayloads";

const everyMs = 5_000;
const limit = 20;

/** What tools sent and could not be read, to be read again or let go. */
export function QuarantineCard() {
  const { view, askedMs, problem, refresh } = useQuery<QuarantinePage>(`quarantine?limit=${limit}`, everyMs);
  const { hidden, isRemoved } = useRemovals();
  const [note, setNote] = useState<string>();
  const act = async (deed: () => Promise<ReplayAnswer | undefined>) => {
    try {
      const answer = await deed();
      setNote(answer && t.replayed(count(answer.accepted), count(answer.left)));
    } catch (error) {
      setNote(Problem.of(error).message);
    }

    refresh();
  };
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={12} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const removed = [...hidden.keys()].filter((path) => isRemoved(path, askedMs));
  const left = leftOf(view.payloads, view.count, removed);
  const newest = left.payloads[0];
  return (
    <Card
      title={t.quarantine}
      note={left.count > 0 ? t.quarantineNote(count(left.count)) : undefined}
      className="span-12"
    >
      {left.count === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <p className="faint">{t.quarantineHint}</p>
          <div className="quarantine-actions">
            <button
              type="button"
              className="button"
              onClick={() =>
                void act(async () => {
                  // What was let go is not read again.
                  const isGone = await removals.sendNow((path) => path.startsWith("quarantine"));
                  return isGone ? post<ReplayAnswer>("quarantine/replay") : undefined;
                })
              }
            >
              {t.replayAll}
            </button>
            <button
              type="button"
              className="button"
              disabled={newest === undefined}
              onClick={() => {
                if (newest !== undefined) {
                  removals.add({ path: pathUpTo(newest), what: texts.removals.payloads });
                }
              }}
            >
              {t.letAllGo}
            </button>
          </div>
          <ul className="payloads">
            {left.payloads.map((payload) => (
              <PayloadRow
                key={payload.id}
                payload={payload}
                onReplay={() => void act(() => post<ReplayAnswer>(`quarantine/${payload.id}/replay`))}
                onLetGo={() => {
                  removals.add({ path: pathOf(payload), what: texts.removals.payload(payload.source) });
                }}
              />
            ))}
          </ul>
        </>
      )}
      {note !== undefined && <p role="status">{note}</p>}
      {view.dropped > 0 && <p className="faint">{t.dropped(count(view.dropped))}</p>}
    </Card>
  );
}

interface RowProps {
  readonly payload: Payload;
  readonly onReplay: () => void;
  readonly onLetGo: () => void;
}

function PayloadRow({ payload, onReplay, onLetGo }: RowProps) {
  return (
    <li className="payload">
      <div className="payload-head">
        <b>{payload.source}</b>
        <span className="faint">
          <Ago iso={payload.at} thenDate /> · {t.bytes(count(payload.bytes))}
        </span>
        <button type="button" className="button small" onClick={onReplay}>
          {t.replay}
        </button>
        <button type="button" className="button small" onClick={onLetGo}>
          {t.letGo}
        </button>
      </div>
      <details>
        <summary>
          <Said words={payload.reason} />
        </summary>
        <pre className="payload-text" dir="ltr">
          {payload.preview}
        </pre>
      </details>
    </li>
  );
}
