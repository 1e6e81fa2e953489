import { useState } from "react";
import { connectionsTexts as t } from "../texts";
import { count } from "../format/numbers";
import { Card } from "../ui/Card";
import { readTable, type Table } from "./csv";
import { guessMapping, recallMapping, rememberMapping, toInteractions, type FileMapping } from "./fileMapping";
import { UploadMapping } from "./UploadMapping";
import { useUpload, type UploadState } from "./useUpload";

/** Megabytes of a file that the browser reads whole. */
const megabytesMax = 20;

interface Loaded {
  readonly table: Table;
  readonly mapping: FileMapping;
  readonly isRemembered: boolean;
}

/** Sends a file of interactions, with a mapping that is remembered for the next one with the same columns. */
export function UploadCard() {
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const { state, upload } = useUpload();
  const load = async (file: File | undefined) => {
    setLoaded(undefined);
    setProblem(undefined);
    if (file === undefined) {
      return;
    }

    if (file.size > megabytesMax * 1024 * 1024) {
      setProblem(t.tooLarge(count(megabytesMax)));
      return;
    }

    try {
      const table = readTable(await file.text());
      const remembered = recallMapping(table.columns, localStorage);
      setLoaded({ table, mapping: remembered ?? guessMapping(table.columns), isRemembered: remembered !== undefined });
    } catch (error) {
      setProblem(t.unreadable(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <Card title={t.upload} className="span-6" note={loaded && t.rows(count(loaded.table.rows.length))}>
      <p className="faint">{t.uploadHint}</p>
      <label className="field">
        <span>{t.choose}</span>
        <input
          type="file"
          accept=".csv,.tsv,.ndjson,.jsonl,.json,.txt"
          onChange={(event) => void load(event.target.files?.[0])}
        />
      </label>
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {loaded !== undefined && (
        <>
          {loaded.isRemembered && <p className="faint">{t.remembered}</p>}
          <UploadMapping
            table={loaded.table}
            mapping={loaded.mapping}
            onChange={(mapping) => {
              setLoaded({ ...loaded, mapping });
            }}
          />
          <div className="form-actions">
            <button
              type="button"
              className="button primary"
              disabled={state.isSending || !loaded.mapping.targets.includes("customer")}
              onClick={() => {
                rememberMapping(loaded.table.columns, loaded.mapping, localStorage);
                void upload(toInteractions(loaded.table, loaded.mapping));
              }}
            >
              {t.send}
            </button>
            {!loaded.mapping.targets.includes("customer") && <span className="field-hint">{t.needsCustomer}</span>}
          </div>
        </>
      )}
      <UploadResult state={state} />
    </Card>
  );
}

function UploadResult({ state }: { readonly state: UploadState }) {
  if (state.total === 0) {
    return null;
  }

  return (
    <div role="status">
      <p>
        {state.isSending
          ? t.sending(count(state.sent), count(state.total))
          : t.sent(count(state.accepted), count(state.rejected))}
      </p>
      {state.problem !== undefined && <p className="field-problem">{state.problem}</p>}
      {state.rows.map(({ row, why }) => (
        <p key={row} className="field-problem">
          {t.rejectedRow(count(row), why)}
        </p>
      ))}
    </div>
  );
}
