/** A table with a heading. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The most columns of a table. */
export const columnsMax = 200;

/** Reads CSV (RFC 4180; the separator is the one of comma, semicolon and tab that the heading has most of). Throws where it is torn. */
export function readCsv(text: string): Table {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const records = splitRecords(clean, separatorOf(clean.split(/\r?\n/, 1)[0] ?? ""));
  const [heading, ...rows] = records;
  if (heading === undefined) {
    throw new Error("it is empty");
  }

  if (heading.length > columnsMax) {
    throw new Error(`it has ${heading.length} columns, at most ${columnsMax} are taken`);
  }

  const columns = heading.map((name, index) => (name.trim() === "" ? `column ${index + 1}` : name.trim()));
  return { columns, rows };
}

/** Reads one JSON object a line; its columns are the members of all of them. Throws at the first line that is none. */
export function readNdjson(text: string): Table {
  const objects = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), index }))
    .filter(({ line }) => line !== "")
    .map(({ line, index }) => {
      const value = parse(line, index);
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new Error(`line ${index + 1} is no object`);
      }

      return value as Readonly<Record<string, unknown>>;
    });
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (columns.length > columnsMax) {
    throw new Error(`it has ${columns.length} members, at most ${columnsMax} are taken`);
  }

  return { columns, rows: objects.map((object) => columns.map((column) => object[column])) };
}

/** Reads a file's text as what it looks like. */
export const readTable = (text: string): Table => (/^\uFEFF?\s*\{/.test(text) ? readNdjson(text) : readCsv(text));

function parse(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function separatorOf(heading: string): string {
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: heading.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

function splitRecords(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') {
        field += c;
      } else if (text.charAt(i + 1) === '"') {
        field += '"';
        i++;
      } else {
        quoted = false;
      }
    } else if (c === '"' && field === "") {
      quoted = true;
    } else if (c === separator) {
      record.push(field);
      field = "";
    } else if (c === "\n") {
      record.push(field.endsWith("\r") ? field.slice(0, -1) : field);
      field = "";
      addUnlessBlank(records, record);
      record = [];
    } else {
      field += c;
    }
  }

  if (quoted) {
    throw new Error(`a quote that opens in record ${records.length + 1} never closes`);
  }

  record.push(field);
  addUnlessBlank(records, record);
  return records;
}

function addUnlessBlank(records: string[][], record: string[]) {
  if (record.length > 1 || record[0] !== "") {
    records.push(record);
  }
}
