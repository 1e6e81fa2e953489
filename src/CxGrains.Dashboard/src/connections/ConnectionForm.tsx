import { useState } from "react";
import type { Connection, ConnectionKind } from "../api/connections";
import { post } from "../api/http";
import { wordFor } from "../i18n/wordFor";
import { connectionsTexts as t, texts } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { formProblem, isOf, type FormProblem } from "../ui/formProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { TextField } from "../ui/TextField";
import { mappingExample } from "./mappingExamples";
import { readJson } from "./readJson";

const fields = ["name", "secret", "accessToken", "mapping"];

interface Props {
  readonly kinds: readonly ConnectionKind[];
  readonly onChanged: () => void;
}

/** Makes a connection. Its secrets go to the server and are never shown again. */
export function ConnectionForm({ kinds, onChanged }: Props) {
  const [kind, setKind] = useState("typeform");
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [accessToken, setAccessToken] = useState("");
  const [mapping, setMapping] = useState(mappingExample("typeform"));
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);
  const needs = kinds.find((one) => one.kind === kind);
  const create = async () => {
    setSaving(true);
    try {
      await post<Connection>("connections", {
        kind,
        mapping: readJson(mapping),
        ...(name !== "" && { name }),
        ...(secret !== "" && { secret }),
        ...(accessToken !== "" && { accessToken }),
      });
      setName("");
      setSecret("");
      setAccessToken("");
      setProblem(undefined);
      onChanged();
    } catch (error) {
      setProblem(formProblem(error, false));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Card title={t.add} className="span-6">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <div className="form-row">
          <label className="field">
            <span>{t.kind}</span>
            <select
              className="input"
              value={kind}
              onChange={(event) => {
                setKind(event.target.value);
                setMapping(mappingExample(event.target.value));
              }}
            >
              {kinds.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {wordFor(t.kinds, one.kind)}
                </option>
              ))}
            </select>
            <FieldProblem problem={problem} field="kind" />
          </label>
          <TextField label={t.name} value={name} onChange={setName} field="name" problem={problem} autoComplete="off" />
        </div>
        <TextField
          label={t.secret}
          value={secret}
          onChange={setSecret}
          field="secret"
          problem={problem}
          hint={needs?.needsSecret === false ? t.secretOptional : t.secretHint}
          type="password"
          autoComplete="new-password"
        />
        {needs?.needsAccessToken === true && (
          <TextField
            label={t.accessToken}
            value={accessToken}
            onChange={setAccessToken}
            field="accessToken"
            problem={problem}
            hint={t.accessTokenHint}
            type="password"
            autoComplete="new-password"
          />
        )}
        <label className="field">
          <span>{t.mapping}</span>
          <textarea
            className="input code"
            dir="ltr"
            rows={Math.max(4, mapping.split("\n").length)}
            spellCheck={false}
            value={mapping}
            aria-invalid={isOf(problem, "mapping")}
            onChange={(event) => {
              setMapping(event.target.value);
            }}
          />
          <FieldProblem problem={problem} field="mapping" hint={t.mappingHint} />
        </label>
        <OtherProblem problem={problem} fields={fields} />
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isSaving}>
            {isSaving ? texts.form.saving : t.create}
          </button>
        </div>
      </form>
    </Card>
  );
}
