import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { useQuery } from "../api/useQuery";
import type { AlertPage, AlertState } from "../api/alertViews";
import { count } from "../format/numbers";
import { useAlerts } from "../live/useTopic";
import { alertTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Segmented } from "../ui/Segmented";
import { Skeleton } from "../ui/Skeleton";
import { InboxRow } from "./InboxRow";
import { RecordCard } from "./RecordCard";

type Shown = Extract<AlertState, "open" | "resolved" | "closed" | "alreadySo">;

const states: readonly { readonly value: Shown; readonly text: string }[] = [
  { value: "open", text: texts.alerts.open },
  { value: "resolved", text: texts.alerts.resolved },
  { value: "closed", text: texts.alerts.closed },
  { value: "alreadySo", text: texts.alerts.alreadySo },
];

const hints: Record<Shown, string | undefined> = {
  open: undefined,
  resolved: t.resolvedHint,
  closed: t.closedHint,
  alreadySo: texts.alerts.alreadySoHint,
};

const limit = 200;

export function AlertsPage() {
  const [state, setState] = useState<Shown>("open");
  const hint = hints[state];
  return (
    <>
      <PageHead title={texts.alerts.title}>
        <Segmented label={texts.alerts.which} options={states} value={state} onChange={setState} />
        <Link className="button" to="/alerts/rules">
          {t.rules}
        </Link>
      </PageHead>
      {hint !== undefined && <p className="page-hint">{hint}</p>}
      <AlertList key={state} state={state} />
    </>
  );
}

function AlertList({ state }: { readonly state: Shown }) {
  const { view, problem, refresh } = useQuery<AlertPage>(`alerts?state=${state}&limit=${limit}`, 15_000);
  const topic = useAlerts();
  const live = topic.kind === "ready" ? topic.view : undefined;
  const known = useRef(live);
  useEffect(() => {
    // What somebody did with an alert shows in every list at once; the topic holds the first of one of them. Its own
    // first coming says nothing new: the list is on its way already.
    if (known.current !== undefined && known.current !== live) {
      refresh();
    }

    known.current = live;
  }, [live, refresh]);
  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={30} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const none =
    state === "open" ? texts.alerts.noneOpen : state === "alreadySo" ? texts.alerts.noneSo : t.noneHere[state];
  return (
    <>
      {state === "resolved" && <RecordCard record={view.record} />}
      <Card
        title={states.find((one) => one.value === state)?.text ?? ""}
        note={texts.alerts.total(count(view.alerts.length), count(view.total))}
      >
        {view.alerts.length === 0 ? (
          <Empty title={none}>
            <p>{hints[state] ?? texts.overview.alertsEmptyHint}</p>
          </Empty>
        ) : (
          <ul className="inbox">
            {view.alerts.map((alert) => (
              <InboxRow key={alert.id} alert={alert} onHandled={refresh} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
