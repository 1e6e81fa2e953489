import { useState } from "react";
import { useQuery } from "../api/useQuery";
import type { AlertPage, AlertState } from "../api/views";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Segmented } from "../ui/Segmented";
import { Skeleton } from "../ui/Skeleton";
import { AlertRow } from "./AlertRow";

const states = [
  { value: "open", text: texts.alerts.open },
  { value: "alreadySo", text: texts.alerts.alreadySo },
] as const;

const limit = 200;

export function AlertsPage() {
  const [state, setState] = useState<AlertState>("open");
  return (
    <>
      <PageHead title={texts.alerts.title}>
        <Segmented label={texts.alerts.which} options={states} value={state} onChange={setState} />
      </PageHead>
      {state === "alreadySo" && <p className="page-hint">{texts.alerts.alreadySoHint}</p>}
      <AlertList key={state} state={state} />
    </>
  );
}

function AlertList({ state }: { readonly state: AlertState }) {
  const { view, problem, refresh } = useQuery<AlertPage>(`alerts?state=${state}&limit=${limit}`, 3000);
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={30} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const title = state === "open" ? texts.alerts.open : texts.alerts.alreadySo;
  return (
    <Card title={title} note={texts.alerts.total(count(view.alerts.length), count(view.total))}>
      {view.alerts.length === 0 ? (
        <Empty title={state === "open" ? texts.alerts.noneOpen : texts.alerts.noneSo}>
          <p>{state === "open" ? texts.overview.alertsEmptyHint : texts.alerts.alreadySoHint}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {view.alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </Card>
  );
}
