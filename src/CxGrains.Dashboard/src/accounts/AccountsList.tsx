import { useState } from "react";
import type { AccountRow } from "../api/accountViews";
import { count } from "../format/numbers";
import { sameOrder } from "../lists/holdOrder";
import { useHeldRows } from "../lists/useHeldRows";
import { useListRows } from "../lists/useListRows";
import { VirtualTable } from "../lists/VirtualTable";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Empty } from "../ui/Empty";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import type { AccountsFilter } from "./accountsFilter";
import { AccountsHead } from "./AccountsHead";
import { AccountsTableRow } from "./AccountsTableRow";

interface Props {
  readonly query: string;
  readonly filter: AccountsFilter;
  readonly onFilter: (filter: AccountsFilter) => void;
}

/** What the columns need at least, in rem; pages.css has their widths. */
const widthRem = 74;

/** The accounts of a filter, in one table to scroll through; what is in sight is read again every few seconds. */
export function AccountsList({ query, filter, onFilter }: Props) {
  const [isHeld, setHeld] = useState(false);
  const list = useListRows<AccountRow>("accounts", query);
  const rows = useHeldRows(list.rows, isHeld, query);
  if (list.total === undefined) {
    return list.problem === undefined ? (
      <Skeleton heightRem={40} />
    ) : (
      <ProblemNote message={list.problem.message} onRetry={list.more} />
    );
  }

  const t = texts.accounts;
  const isWaiting = isHeld && !sameOrder(rows, list.rows);
  const note = isWaiting ? texts.customers.held : texts.customers.shown(count(rows.length), count(list.total));
  return (
    <Card title={t.found(list.total, count(list.total))} note={<span>{note}</span>} className="list-card">
      {list.problem !== undefined && <p className="stale">{texts.problems.stale}</p>}
      {rows.length === 0 ? (
        <Empty title={filter.q === "" ? t.empty : t.none}>
          <p>{filter.q === "" ? t.emptyHint : t.noneHint}</p>
        </Empty>
      ) : (
        <VirtualTable
          rows={rows}
          label={t.tableLabel}
          className="accounts-table"
          widthRem={widthRem}
          head={<AccountsHead filter={filter} onChange={onFilter} />}
          row={(account, index, ref) => <AccountsTableRow ref={ref} index={index} account={account} />}
          hasMore={list.hasMore}
          onMore={list.more}
          onLook={list.look}
          onHold={setHeld}
        />
      )}
    </Card>
  );
}
