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
import { CustomersMore } from "./CustomersMore";
import { CustomersTable } from "./CustomersTable";
import { sameOrder } from "./holdOrder";
import { useHeldRows } from "./useHeldRows";
import { usePages } from "./usePages";

interface Props {
  readonly query: string;
  readonly filter: CustomersFilter;
  readonly onFilter: (filter: CustomersFilter) => void;
}

/** A page of the list, fetched again every few seconds as a whole: so it is always one moment's list. */
export function CustomersList({ query, filter, onFilter }: Props) {
  const pages = usePages();
  const [isHeld, setHeld] = useState(false);
  const separator = query === "" ? "" : "&";
  const { view, viewPath, problem, refresh } = useQuery<CustomerPage>(
    `customers?${query}${separator}${pages.query}`,
    4000,
  );
  const fresh = view?.customers ?? [];
  const rows = useHeldRows(view?.customers ?? none, isHeld, viewPath ?? "");

  if (view === undefined) {
    return problem === undefined ? (
      <Skeleton heightRem={40} />
    ) : (
      <ProblemNote message={problem.message} onRetry={refresh} />
    );
  }

  const t = texts.customers;
  const shown =
    pages.before === 0 ? count(rows.length) : t.rowsFrom(count(pages.before + 1), count(pages.before + rows.length));
  const note = isHeld && !sameOrder(rows, fresh) ? t.held : t.shown(shown, count(view.total));
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
      <CustomersMore pages={pages} next={view.next} />
    </Card>
  );
}

const none: CustomerPage["customers"] = [];
