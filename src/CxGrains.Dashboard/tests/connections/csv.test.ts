import { expect, it } from "vitest";
import { readTable } from "../../src/connections/csv";

it("reads quotes, separators and line ends inside of fields", () => {
  expect(readTable('\uFEFFa,"b, c"\r\n1,"say ""hi""\nthere"\r\n\r\n2,\r\n')).toEqual({
    columns: ["a", "b, c"],
    rows: [
      ["1", 'say "hi"\nthere'],
      ["2", ""],
    ],
  });
});

it("takes the separator that the heading has most of", () => {
  expect(readTable("a;b,c;d\n1;2;3").rows).toEqual([["1", "2", "3"]]);
});

it("reads one object a line, with the members of all", () => {
  expect(readTable('{"a":1}\n\n{"b":"x","a":2}\n')).toEqual({
    columns: ["a", "b"],
    rows: [
      [1, undefined],
      [2, "x"],
    ],
  });
});

it("says where a file is torn", () => {
  expect(() => readTable('a\n"never closed')).toThrow("record 2");
  expect(() => readTable('{"a":1}\n{"a":')).toThrow("line 2");
  expect(() => readTable("")).toThrow();
});
