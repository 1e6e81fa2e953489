import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  Fragment,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from "react";
import { texts } from "../texts";
import { Gap } from "./Gap";
import type { Row } from "./pageStore";

interface Props<T extends Row> {
  readonly rows: readonly T[];
  readonly label: string;
  readonly className: string;
  /** What the table needs at least, in rem. */
  readonly widthRem: number;
  readonly head: ReactNode;
  /** Draws a row; its element takes the reference. */
  readonly row: (row: T, index: number, ref: Ref<HTMLTableRowElement>) => ReactNode;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Says which rows are in sight. */
  readonly onLook: (first: number, last: number) => void;
  /** Says whether somebody points at a row, which must not slip away then. */
  readonly onHold: (isHeld: boolean) => void;
}

/** The height of a row in rem, as pages.css has it. */
const rowRem = 3.85;
/** Rows drawn above and below those in sight, so that scrolling and tabbing find them. */
const overscan = 12;
/** How near to the end of what is here more is asked for, in rows. */
const nearEnd = 60;

/** A table that draws only the rows in sight, however many there are. */
export function VirtualTable<T extends Row>(props: Props<T>) {
  const { rows, label, className, widthRem, head, row, hasMore, onMore, onLook, onHold } = props;
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset((table.current?.tBodies[0]?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [widthRem]);
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

  return (
    <>
      <div className="list-scroll">
        <table
          ref={table}
          className={`table list-table ${className}`}
          style={{ "--columns": widthRem } as CSSProperties}
          aria-label={label}
          aria-rowcount={hasMore ? -1 : rows.length + 1}
        >
          {head}
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
              const shown = rows[index];
              return shown && <Fragment key={key}>{row(shown, index, virtual.measureElement)}</Fragment>;
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
