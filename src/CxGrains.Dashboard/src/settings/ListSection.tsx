import { count } from "../format/numbers";
import { settingsTexts as t } from "../texts";
import { Card } from "../ui/Card";
import { isOf } from "../ui/formProblem";
import type { SectionProps } from "./section";
import { readList } from "./settingsDraft";

interface Props extends SectionProps {
  readonly name: "journeys" | "goals" | "tiers";
  /** As the server names it. */
  readonly field: string;
  readonly title: string;
  readonly hint: string;
  readonly example: unknown;
}

/** A list as JSON, checked while it is typed. */
export function ListSection({ draft, change, problem, name, field, title, hint, example }: Props) {
  const text = draft[name];
  const read = readList(text);
  const isMine = isOf(problem, field);
  const why = isMine ? `${problem?.field ?? field}: ${problem?.message ?? ""}` : "why" in read ? read.why : undefined;
  const statusId = `${name}-status`;
  return (
    <Card title={title} className="span-12">
      <p className="faint" id={`${name}-hint`}>
        {hint}
      </p>
      <textarea
        id={name}
        className="input code"
        dir="ltr"
        rows={Math.min(24, Math.max(6, text.split("\n").length + 1))}
        spellCheck={false}
        aria-label={title}
        aria-describedby={`${name}-hint ${statusId}`}
        aria-invalid={why !== undefined}
        value={text}
        onChange={(event) => {
          change({ [name]: event.target.value });
        }}
      />
      <p
        id={statusId}
        className={why === undefined ? "field-hint" : "field-problem"}
        role={isMine ? "alert" : undefined}
      >
        {why ?? t.valid(count("items" in read ? read.items.length : 0))}
      </p>
      {"items" in read && (
        <button
          type="button"
          className="button"
          onClick={() => {
            change({ [name]: JSON.stringify([...read.items, example], null, 2) });
          }}
        >
          {t.example}
        </button>
      )}
    </Card>
  );
}
