import { useState } from "react";
import type { CustomerRow } from "../api/customerViews";
import { count } from "../format/numbers";
import { sameOrder } from "../lists/holdOrder";
import { useHeldRows } from "../lists/useHeldRows";
import { useListRows } from "../lists/useListRows";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { useColumns } from "./columns";
import { ColumnsPicker } from "./ColumnsPicker";
import type { CustomersFilter } from "./customersFilter";
import { CustomersTable } from "./CustomersTable";
import { ExportButton } from "./ExportButton";

interface Props {
  readonly query: string;
  readonly filter: CustomersFilter;
  readonly onFilter: (filter: CustomersFilter) => void;
}

/** The customers of a filter, in one table to scroll through; what is in sight is read again every few seconds. */
export function CustomersList({ query, filter, onFilter }: Props) {
  const [isHeld, setHeld] = useState(false);
  const columns = useColumns();
  const list = useListRows<CustomerRow>("customers", query);
  const rows = useHeldRows(list.rows, isHeld, query);
  if (list.total === undefined) {
    return list.problem === undefined ? (
      <Skeleton heightRem={40} />
    ) : (
      <ProblemNote message={list.problem.message} onRetry={list.more} />
    );
  }

  const t = texts.customers;
  const note = isHeld && !sameOrder(rows, list.rows) ? t.held : t.shown(count(rows.length), count(list.total));
  return (
    <Card
      title={t.found(list.total, count(list.total))}
      note={
        <>
          <span>{note}</span>
          <ExportButton query={query} columns={columns} />
          <ColumnsPicker />
        </>
      }
      className="list-card"
    >
      {list.problem !== undefined && <p className="stale">{texts.problems.stale}</p>}
      {rows.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      ) : (
        <CustomersTable
          rows={rows}
          columns={columns}
          filter={filter}
          hasMore={list.hasMore}
          onMore={list.more}
          onLook={list.look}
          onFilter={onFilter}
          onHold={setHeld}
        />
      )}
    </Card>
  );
}
