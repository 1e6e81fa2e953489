import { useState } from "react";
import { useQuery } from "../api/useQuery";
import type { CustomerPage } from "../api/views";
import { count } from "../format/numbers";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import type { CustomersFilter } from "./customersFilter";
import { CustomersTable } from "./CustomersTable";
import { sameOrder } from "./holdOrder";
import { useHeldRows } from "./useHeldRows";

interface Props {
  readonly query: string;
  readonly filter: CustomersFilter;
  readonly onFilter: (filter: CustomersFilter) => void;
}

const step = 50;
/** The server gives no more in one page; who looks for one customer among more than these searches. */
const limitMax = 500;

/** The list as far as it was loaded, fetched again every few seconds as a whole: so it is always one moment's list. */
export function CustomersList({ query, filter, onFilter }: Props) {
  const [limit, setLimit] = useState(step);
  const [isHeld, setHeld] = useState(false);
  const separator = query === "" ? "" : "&";
  const { view, problem, refresh } = useQuery<CustomerPage>(`customers?${query}${separator}limit=${limit}`, 4000);
  const fresh = view?.customers ?? [];
  const rows = useHeldRows(view?.customers ?? none, isHeld, query);

  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={40} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const t = texts.customers;
  const note = isHeld && !sameOrder(rows, fresh) ? t.held : t.shown(count(rows.length), count(view.total));
  return (
    <Card title={t.found(view.total, count(view.total))} note={note} className="customers-card">
      {problem !== undefined && <p className="stale">{texts.problems.stale}</p>}
      {view.customers.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      ) : (
        <CustomersTable rows={rows} filter={filter} onFilter={onFilter} onHold={setHeld} />
      )}
      {view.next !== undefined && limit < limitMax && (
        <p className="more">
          <button
            type="button"
            className="button"
            onClick={() => {
              setLimit(Math.min(limitMax, limit + step));
            }}
          >
            {t.more}
          </button>
        </p>
      )}
      {view.next !== undefined && limit >= limitMax && <p className="more faint">{t.tooMany(count(limitMax))}</p>}
    </Card>
  );
}

const none: CustomerPage["customers"] = [];
