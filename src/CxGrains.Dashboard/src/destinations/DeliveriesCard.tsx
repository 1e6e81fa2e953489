import { useState } from "react";
import type { DeliveryPage } from "../api/destinations";
import { useQuery } from "../api/useQuery";
import { deliveryTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Segmented } from "../ui/Segmented";
import { Skeleton } from "../ui/Skeleton";
import { DeliveryRow } from "./DeliveryRow";

const states = [
  { value: "all", text: t.all },
  { value: "waiting", text: t.states.waiting },
  { value: "delivered", text: t.states.delivered },
  { value: "dead", text: t.states.dead },
] as const;

const step = 25;
const limitMax = 100;

interface Props {
  /** The destination's path. */
  readonly path: string;
  readonly onReplay: (message: string) => void;
}

/** What was sent to a destination, the newest first. */
export function DeliveriesCard({ path, onReplay }: Props) {
  const [state, setState] = useState<(typeof states)[number]["value"]>("all");
  const [limit, setLimit] = useState(step);
  const { view, problem, refresh } = useQuery<DeliveryPage>(`${path}/deliveries?state=${state}&limit=${limit}`, 2000);
  return (
    <Card
      className="span-12"
      title={t.deliveries}
      note={<Segmented label={t.which} options={states} value={state} onChange={setState} />}
    >
      {problem !== undefined && <ProblemNote message={problem.message} onRetry={refresh} />}
      {view === undefined && problem === undefined && <Skeleton heightRem={10} />}
      {view?.deliveries.length === 0 && (
        <Empty title={t.noDeliveries}>
          <p>{t.noDeliveriesHint}</p>
        </Empty>
      )}
      {view !== undefined && view.deliveries.length > 0 && (
        <div className="table-scroll">
          <table className="table deliveries">
            <thead>
              <tr>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.about}</th>
                <th scope="col">{t.last}</th>
                <th scope="col">{t.when}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {view.deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} onReplay={onReplay} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view?.next !== undefined && limit < limitMax && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setLimit(Math.min(limitMax, limit + step));
          }}
        >
          {t.more}
        </button>
      )}
    </Card>
  );
}
