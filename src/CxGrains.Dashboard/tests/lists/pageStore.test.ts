import { describe, expect, it } from "vitest";
import {
  cursorsAt,
  nextOf,
  pagePath,
  pageRows,
  rowsMax,
  rowsOf,
  withPage,
  type HeldPage,
  type Row,
} from "../../src/lists/pageStore";

const page = (cursor: string | undefined, ids: readonly string[], next?: string): HeldPage<Row> => ({
  cursor,
  page: { total: 9, rows: ids.map((id) => ({ id })), next },
});

describe("the pages of a long list", () => {
  it("are asked for by the list's query, and by where the page before ended", () => {
    expect(pagePath("accounts", "", 200, undefined)).toBe("accounts?limit=200");
    expect(pagePath("customers", "band=high", 500, "a&b")).toBe("customers?band=high&limit=500&cursor=a%26b");
  });

  it("come one behind the other, and a page that is read again takes its own place", () => {
    let pages = withPage([], page(undefined, ["a"], "1"));
    pages = withPage(pages, page("1", ["b"], "2"));
    pages = withPage(pages, page(undefined, ["c"], "1"));
    expect(rowsOf(pages).map(({ id }) => id)).toEqual(["c", "b"]);
    expect(nextOf(pages)).toBe("2");
  });

  it("show what moved between two readings once", () => {
    expect(rowsOf([page(undefined, ["a", "b"]), page("1", ["b", "c"])]).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("end where the server has no more, and where no more are held", () => {
    expect(nextOf([page(undefined, ["a"])])).toBeUndefined();
    const many = Array.from({ length: rowsMax / pageRows }, (_, index) => page(String(index), [], "more"));
    expect(nextOf(many)).toBeUndefined();
    expect(nextOf(many.slice(1))).toBe("more");
  });

  it("are read again only where one looks", () => {
    const pages = [page(undefined, []), page("1", []), page("2", [])];
    expect(cursorsAt(pages, 0, pageRows - 1)).toEqual([undefined]);
    expect(cursorsAt(pages, pageRows - 1, pageRows)).toEqual([undefined, "1"]);
    expect(cursorsAt(pages, 2 * pageRows, 2 * pageRows + 9)).toEqual(["2"]);
  });
});
