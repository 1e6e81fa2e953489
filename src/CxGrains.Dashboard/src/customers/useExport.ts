import { useRef, useState } from "react";
import { get } from "../api/http";
import { Problem } from "../api/problem";
import type { CustomerPage } from "../api/customerViews";
import type { Column } from "./columns";
import { csvHead, csvLines } from "./csv";
import { pagePath } from "../lists/pageStore";

/** Rows in one file. */
export const exportRowsMax = 100_000;
/** The server gives no more at once. */
const pageRows = 500;

export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly rows: number; readonly isCut: boolean }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Reads all customers of a query, page by page, and hands them to the browser as a file. */
export function useExport(query: string, columns: readonly Column[]) {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const abort = useRef<AbortController>(undefined);

  const start = async () => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setState({ kind: "reading", done: 0, total: 0 });
    try {
      const parts = [csvHead(columns)];
      let done = 0;
      let cursor: string | undefined;
      do {
        const page = await get<CustomerPage>(pagePath("customers", query, pageRows, cursor), mine.signal);
        parts.push(csvLines(page.customers, columns));
        done += page.customers.length;
        cursor = page.next;
        setState({ kind: "reading", done, total: page.total });
      } while (cursor !== undefined && done < exportRowsMax);
      save(parts);
      setState({ kind: "done", rows: done, isCut: cursor !== undefined });
    } catch (error) {
      setState(mine.signal.aborted ? { kind: "idle" } : { kind: "failed", problem: Problem.of(error) });
    }
  };

  const stop = () => {
    abort.current?.abort();
  };
  return { state, start, stop };
}

/** The mark at the beginning tells spreadsheets that it is UTF-8. */
function save(parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", ...parts], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "customers.csv";
  link.click();
  URL.revokeObjectURL(url);
}
