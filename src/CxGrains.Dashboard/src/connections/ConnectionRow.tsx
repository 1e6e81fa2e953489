import { useState } from "react";
import type { Connection } from "../api/connections";
import { remove, send } from "../api/http";
import { wordFor } from "../i18n/wordFor";
import { connectionsTexts as t } from "../texts";
import { Ago } from "../ui/Ago";
import { Chip } from "../ui/Chip";
import { CopyLine } from "../ui/CopyLine";
import { FieldProblem } from "../ui/FieldProblem";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { readJson } from "./readJson";

interface Props {
  readonly connection: Connection;
  readonly onChanged: () => void;
}

/** One connection: its URL to copy, and its mapping to correct. */
export function ConnectionRow({ connection, onChanged }: Props) {
  const [mapping, setMapping] = useState(() => JSON.stringify(connection.mapping, null, 2));
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaved, setSaved] = useState(false);
  const path = `connections/${encodeURIComponent(connection.id)}`;
  const change = async (deed: () => Promise<unknown>, saved: boolean) => {
    try {
      await deed();
      setProblem(undefined);
      setSaved(saved);
      onChanged();
    } catch (error) {
      setProblem(formProblem(error, false));
    }
  };
  const save = () =>
    change(
      () =>
        send(path, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ mapping: readJson(mapping) }),
        }),
      true,
    );
  return (
    <li className="connection">
      <div className="connection-head">
        <b>{connection.name}</b>
        <Chip>{wordFor(t.kinds, connection.kind)}</Chip>
        <span className="faint">
          {t.created} <Ago iso={connection.created} thenDate />
        </span>
        <button
          type="button"
          className="button small"
          onClick={() => {
            if (confirm(t.removeAsk(connection.name))) {
              void change(() => remove(path), false);
            }
          }}
        >
          {t.remove}
        </button>
      </div>
      <CopyLine text={`${window.location.origin}${connection.path}`} />
      <details>
        <summary>{t.mapping}</summary>
        <textarea
          className="input code"
          dir="ltr"
          rows={Math.min(16, Math.max(4, mapping.split("\n").length))}
          spellCheck={false}
          aria-label={t.mapping}
          aria-invalid={problem !== undefined}
          value={mapping}
          onChange={(event) => {
            setMapping(event.target.value);
            setSaved(false);
          }}
        />
        <FieldProblem
          problem={problem && { ...problem, field: "mapping" }}
          field="mapping"
          hint={isSaved ? t.saved : t.mappingHint}
        />
        <button type="button" className="button" onClick={() => void save()}>
          {t.saveMapping}
        </button>
      </details>
    </li>
  );
}
