import { useState } from "react";
import type { CreatedKey } from "../api/access";
import { post } from "../api/http";
import type { Scope } from "../api/views";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { Check } from "../ui/Check";
import { FieldProblem } from "../ui/FieldProblem";
import type { FormProblem } from "../ui/formProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { TextField } from "../ui/TextField";
import { CreatedKeyLines } from "./CreatedKeyLines";
import { choices, scopesToSend, withScope } from "./scopes";
import { useDeeds } from "./useDeeds";

// What most tools need, and none more.
const fewest: readonly Scope[] = ["ingest"];

interface Props {
  /** The key that was made last, to be shown. */
  readonly created: CreatedKey | undefined;
  readonly onCreated: (key: CreatedKey) => void;
}

/** Makes a key. It is shown this once. */
export function NewKeyForm({ created, onCreated }: Props) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(fewest);
  const [missing, setMissing] = useState<FormProblem>();
  const { problem: refused, isWorking, run } = useDeeds();
  const t = texts.keys;
  const problem = missing ?? refused;
  const make = async () => {
    const lacking = lackOf(name, chosen);
    setMissing(lacking);
    if (lacking !== undefined) {
      return;
    }

    await run(async () => {
      onCreated(await post<CreatedKey>("keys", { name: name.trim(), scopes: scopesToSend(chosen) }));
      setName("");
      setChosen(fewest);
    });
  };
  return (
    <Card title={t.make} className="span-6">
      <form
        className="form"
        data-testid="key-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={texts.form.name}
          value={name}
          field="name"
          problem={problem}
          hint={t.nameHint}
          onChange={setName}
        />
        <fieldset className="choices">
          <legend>{t.mayDo}</legend>
          {choices(chosen).map(({ scope, checked, disabled }) => (
            <Check
              key={scope}
              label={t.scopes[scope]}
              hint={t.scopeHints[scope]}
              checked={checked}
              disabled={disabled}
              onChange={(isOn) => {
                setChosen(withScope(chosen, scope, isOn));
              }}
            />
          ))}
          <FieldProblem problem={problem} field="scopes" />
        </fieldset>
        <OtherProblem problem={problem} fields={["name", "scopes"]} />
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isWorking}>
            {isWorking ? texts.form.saving : t.make}
          </button>
        </div>
      </form>
      {created !== undefined && <CreatedKeyLines created={created} />}
    </Card>
  );
}

/** What is not filled in yet, in the reader's language. */
function lackOf(name: string, chosen: readonly Scope[]): FormProblem | undefined {
  if (name.trim() === "") {
    return { field: "name", message: texts.keys.nameMissing };
  }

  return chosen.length === 0 ? { field: "scopes", message: texts.keys.scopesMissing } : undefined;
}
