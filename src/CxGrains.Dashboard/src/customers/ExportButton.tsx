import { count } from "../format/numbers";
import { texts } from "../texts";
import type { Column } from "./columns";
import { exportRowsMax, useExport } from "./useExport";

interface Props {
  readonly query: string;
  readonly columns: readonly Column[];
}

/** Exports what the list shows, all of it and not only what was scrolled to. */
export function ExportButton({ query, columns }: Props) {
  const t = texts.customers;
  const { state, start, stop } = useExport(query, columns);
  const isReading = state.kind === "reading";
  return (
    <span className="export">
      <button
        type="button"
        className="button"
        onClick={() => {
          if (isReading) {
            stop();
          } else {
            void start();
          }
        }}
      >
        {isReading ? t.exportStop : t.exportCsv}
      </button>
      {isReading && <span className="faint">{t.exporting(count(state.done), count(state.total))}</span>}
      <span className="faint" role="status">
        {state.kind === "done" &&
          (state.isCut ? t.exportMax(count(exportRowsMax)) : t.exportDone(state.rows, count(state.rows)))}
        {state.kind === "failed" && <bdi>{state.problem.message}</bdi>}
      </span>
    </span>
  );
}
