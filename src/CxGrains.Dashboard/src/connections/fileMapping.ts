import type { Table } from "./csv";

/** What a column may become, beside a trait or a property of its own name. */
export const fields = [
  "customer",
  "type",
  "id",
  "at",
  "channel",
  "touchpoint",
  "value",
  "currency",
  "survey",
  "metric",
  "scale",
  "score",
  "comment",
  "response",
  "revision",
  "account",
] as const;

export type Field = (typeof fields)[number];
export type Target = Field | "trait" | "property" | "";

/** What each column becomes, and what no column says. */
export interface FileMapping {
  readonly targets: readonly Target[];
  readonly type: string;
  readonly survey: string;
  readonly metric: string;
}

const numbers: ReadonlySet<Target> = new Set(["value", "scale", "score", "revision"]);

const guesses: Readonly<Record<string, Target>> = {
  customer_id: "customer",
  customerid: "customer",
  user_id: "customer",
  userid: "customer",
  email: "customer",
  event: "type",
  timestamp: "at",
  time: "at",
  date: "at",
  created_at: "at",
  ordered_at: "at",
  amount: "value",
  revenue: "value",
  total: "value",
  rating: "score",
  text: "comment",
  order_id: "id",
};

const storageKey = (columns: readonly string[]) => `cx-file-mapping:${columns.join("\u001f")}`;

/** A mapping by the columns' names; each field is taken once. */
export function guessMapping(columns: readonly string[]): FileMapping {
  const taken = new Set<Target>();
  const targets = columns.map((column) => {
    const name = column.toLowerCase().replace(/[\s-]+/g, "_");
    const target = (fields as readonly string[]).includes(name) ? (name as Field) : (guesses[name] ?? "");
    if (target === "" || taken.has(target)) {
      return "";
    }

    taken.add(target);
    return target;
  });
  return { targets, type: targets.includes("score") ? "survey_response" : "purchase", survey: "", metric: "nps" };
}

/** The mapping that was used last for these columns. */
export function recallMapping(columns: readonly string[], storage: Storage): FileMapping | undefined {
  const text = storage.getItem(storageKey(columns));
  if (text === null) {
    return undefined;
  }

  const mapping = JSON.parse(text) as FileMapping;
  return mapping.targets.length === columns.length ? mapping : undefined;
}

/** Keeps a mapping for the next file with these columns. */
export function rememberMapping(columns: readonly string[], mapping: FileMapping, storage: Storage): void {
  storage.setItem(storageKey(columns), JSON.stringify(mapping));
}

/** The interactions of a table. A row without an id gets one made of what it says and where it stands: the same file counts once. */
export function toInteractions(table: Table, mapping: FileMapping): Record<string, unknown>[] {
  return table.rows.map((row, index) => {
    const interaction: Record<string, unknown> = {};
    const traits: Record<string, unknown> = {};
    const properties: Record<string, unknown> = {};
    mapping.targets.forEach((target, column) => {
      const value = row[column];
      const name = table.columns[column] ?? "";
      if (target === "" || value === undefined || value === null || value === "") {
        return;
      }

      if (target === "trait") {
        traits[name] = value;
      } else if (target === "property") {
        properties[name] = value;
      } else {
        interaction[target] = fieldValue(target, value);
      }
    });
    interaction.type ??= mapping.type;
    if (interaction.type === "survey_response" && mapping.survey !== "") {
      interaction.survey ??= mapping.survey;
      interaction.metric ??= mapping.metric;
    }

    interaction.id ??= `file-${hash(JSON.stringify(row))}-${index}`;
    return {
      ...interaction,
      ...(Object.keys(traits).length > 0 && { traits }),
      ...(Object.keys(properties).length > 0 && { properties }),
    };
  });
}

function fieldValue(target: Target, value: unknown): unknown {
  if (numbers.has(target) && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
    return Number(value);
  }

  if (target === "at" && typeof value === "string") {
    // A day alone, or an instant that names no offset, is meant in UTC.
    const text = value.trim().replace(" ", "T");
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `${text}T00:00:00Z`
      : /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)
        ? `${text}Z`
        : text;
  }

  return numbers.has(target) || target === "at" ? value : String(value);
}

// FNV-1a, twice with other beginnings: enough to tell the rows of one file apart.
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }

  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
