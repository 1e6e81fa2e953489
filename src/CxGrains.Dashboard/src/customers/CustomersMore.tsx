import { count } from "../format/numbers";
import { texts } from "../texts";
import { pageMax, type Pages } from "./usePages";

interface Props {
  readonly pages: Pages;
  /** The cursor of what follows; undefined at the end. */
  readonly next: string | undefined;
}

/** The ways to more of the list. */
export function CustomersMore({ pages, next }: Props) {
  const t = texts.customers;
  if (next === undefined && pages.turnBack === undefined) {
    return null;
  }

  return (
    <p className="more">
      {pages.turnBack !== undefined && (
        <button type="button" className="button" onClick={pages.turnBack}>
          {t.previous(count(pageMax))}
        </button>
      )}
      {next !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => {
            if (pages.canGrow) {
              pages.grow();
            } else {
              pages.turn(next);
            }
          }}
        >
          {pages.canGrow ? t.more : t.next(count(pageMax))}
        </button>
      )}
    </p>
  );
}
