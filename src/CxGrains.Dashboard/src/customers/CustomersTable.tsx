import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type CSSProperties } from "react";
import type { CustomerRow } from "../api/views";
import { useCurrency } from "../live/useCurrency";
import { texts } from "../texts";
import { widthOf, type Column } from "./columns";
import { CustomersHead } from "./CustomersHead";
import type { CustomersFilter } from "./customersFilter";
import { CustomersTableRow } from "./CustomersTableRow";
import { Gap } from "./Gap";

interface Props {
  readonly rows: readonly CustomerRow[];
  readonly columns: readonly Column[];
  readonly filter: CustomersFilter;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onLook: (first: number, last: number) => void;
  readonly onFilter: (filter: CustomersFilter) => void;
  readonly onHold: (isHeld: boolean) => void;
}

/** The height of a row in rem, as pages.css has it. */
const rowRem = 3.85;
/** Rows drawn above and below those in sight, so that scrolling and tabbing find them. */
const overscan = 12;
/** How near to the end of what is here more is asked for, in rows. */
const nearEnd = 60;

/** A table that draws only the rows in sight, however many there are. */
export function CustomersTable({ rows, columns, filter, hasMore, onMore, onLook, onFilter, onHold }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset((table.current?.tBodies[0]?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [columns]);
  const rem = typeof document === "undefined" ? 14 : parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowRem * rem,
    overscan,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const look = useEffectEvent(() => {
    onLook(first, last);
    if (hasMore && last + nearEnd >= rows.length) {
      onMore();
    }
  });
  useEffect(() => {
    look();
  }, [first, last, rows.length, hasMore]);

  const currency = useCurrency();
  return (
    <>
      <div className="customers-scroll">
        <table
          ref={table}
          className="table customers-table"
          style={{ "--columns": widthOf(columns) } as CSSProperties}
          aria-label={texts.customers.tableLabel}
          aria-rowcount={hasMore ? -1 : rows.length + 1}
        >
          <CustomersHead columns={columns} filter={filter} onChange={onFilter} />
          <tbody
            onPointerEnter={(event) => {
              onHold(event.pointerType === "mouse");
            }}
            onPointerLeave={() => {
              onHold(false);
            }}
            onFocus={() => {
              onHold(true);
            }}
            onBlur={() => {
              onHold(false);
            }}
          >
            <Gap px={(items[0]?.start ?? offset) - offset} />
            {items.map(({ index, key }) => {
              const customer = rows[index];
              return (
                customer && (
                  <CustomersTableRow
                    key={key}
                    ref={virtual.measureElement}
                    index={index}
                    customer={customer}
                    columns={columns}
                    currency={currency}
                  />
                )
              );
            })}
            <Gap px={virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset)} />
          </tbody>
        </table>
      </div>
      {hasMore && (
        <p className="more">
          <button type="button" className="button" onClick={onMore}>
            {texts.customers.more}
          </button>
        </p>
      )}
    </>
  );
}
