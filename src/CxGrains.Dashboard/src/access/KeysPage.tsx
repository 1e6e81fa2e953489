import { useState } from "react";
import type { CreatedKey, KeyList } from "../api/access";
import { useQuery } from "../api/useQuery";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { KeyRow } from "./KeyRow";
import { NewKeyForm } from "./NewKeyForm";

const everyMs = 15_000;

/** The keys that other tools come with; for administrators. */
export function KeysPage() {
  const { view, problem, refresh } = useQuery<KeyList>("keys", everyMs);
  const [created, setCreated] = useState<CreatedKey>();
  const t = texts.keys;
  return (
    <>
      <PageHead title={t.title} />
      <p className="page-hint">{t.hint}</p>
      {view === undefined && problem === undefined && <Skeleton heightRem={20} />}
      {view === undefined && problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view !== undefined && (
        <div className="grid">
          <NewKeyForm
            created={created}
            onCreated={(key) => {
              setCreated(key);
              refresh();
            }}
          />
          <Card title={t.title} note={count(view.keys.length)} className="span-6">
            {view.keys.length === 0 ? (
              <Empty title={t.none} />
            ) : (
              <ul className="connections">
                {view.keys.map((key) => (
                  <KeyRow
                    key={key.id}
                    of={key}
                    onRevoked={() => {
                      setCreated(key.id === created?.id ? undefined : created);
                      refresh();
                    }}
                  />
                ))}
              </ul>
            )}
          </Card>
        </div>
      )}
    </>
  );
}
