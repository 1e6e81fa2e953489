import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { DestinationView } from "../api/destinations";
import { send } from "../api/http";
import { Problem } from "../api/problem";
import { useQuery } from "../api/useQuery";
import { useIdParam } from "../app/useIdParam";
import { removals } from "../removals/removals";
import { deliveryTexts as t, texts } from "../texts";
import { count } from "../format/numbers";
import { Card } from "../ui/Card";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { DeliveriesCard } from "./DeliveriesCard";
import { DestinationChips } from "./DestinationChips";
import { SecretCard } from "./SecretCard";

/** One destination: how it fares, what was sent, and what can be done about it. */
export function DestinationPage() {
  const id = useIdParam();
  const path = `destinations/${encodeURIComponent(id)}`;
  const navigate = useNavigate();
  const { view, etag, problem, refresh } = useQuery<DestinationView>(path, 3000);
  const [said, setSaid] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [secret, setSecret] = useState<string>();

  const run = async (deed: () => Promise<string | undefined>) => {
    setSaid(undefined);
    setFailure(undefined);
    try {
      setSaid(await deed());
      refresh();
    } catch (error) {
      setFailure(Problem.of(error).message);
    }
  };

  const test = async () => {
    await send(`${path}/test`, { method: "POST" });
    return t.testSent;
  };
  const replayAll = async () => {
    const response = await send(`${path}/replay`, { method: "POST" });
    return t.replayed(count(((await response.json()) as { count: number }).count));
  };
  const rotate = async () => {
    const response = await send(`${path}/rotate`, { method: "POST" });
    setSecret(((await response.json()) as DestinationView).secret);
    return undefined;
  };
  const remove = async (name: string) => {
    await navigate("/destinations");
    removals.add({ path, etag, what: texts.removals.destination(name) });
  };

  return (
    <>
      <PageHead title={view?.name ?? id}>
        <Link className="button" to={`/${path}/edit`}>
          {t.edit}
        </Link>
        <button
          type="button"
          className="button primary"
          disabled={view?.enabled !== true}
          onClick={() => void run(test)}
        >
          {t.test}
        </button>
      </PageHead>
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view === undefined && problem === undefined && <Skeleton heightRem={30} />}
      {secret !== undefined && (
        <SecretCard
          secret={secret}
          onDone={() => {
            setSecret(undefined);
          }}
        />
      )}
      {view !== undefined && (
        <div className="grid">
          <Card className="span-12" title={t.kinds[view.kind]} note={<DestinationChips destination={view} />}>
            <p className="line" dir="ltr">
              {view.url ?? view.addresses?.join(", ")}
            </p>
            <p className="faint">
              {t.atLeast[view.severity]}
              {view.secrets !== undefined && ` · ${t.secrets(view.secrets, count(view.secrets))}`}
              {view.disabledBecause !== undefined && ` · ${view.disabledBecause}`}
            </p>
            <div className="form-actions">
              {view.dead > 0 && (
                <button type="button" className="button" onClick={() => void run(replayAll)}>
                  {t.replayAll}
                </button>
              )}
              {view.kind === "webhook" && (
                <button type="button" className="button" title={t.rotateHint} onClick={() => void run(rotate)}>
                  {t.rotate}
                </button>
              )}
              <button type="button" className="button" onClick={() => void remove(view.name)}>
                {t.remove}
              </button>
              <span role="status" className="dim">
                {said}
              </span>
              {failure !== undefined && (
                <span role="alert" className="text-bad">
                  {failure}
                </span>
              )}
            </div>
          </Card>
          <DeliveriesCard path={path} onReplay={(message) => void run(() => replay(message))} />
        </div>
      )}
    </>
  );
}

async function replay(message: string): Promise<string> {
  await send(`deliveries/${encodeURIComponent(message)}/replay`, { method: "POST" });
  return t.replayed(count(1));
}
