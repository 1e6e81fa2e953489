import { useId, useState } from "react";
import { put } from "../api/http";
import type { Role } from "../api/views";
import { SecretInput } from "../session/SecretInput";
import { texts } from "../texts";
import { Card } from "../ui/Card";
import { FieldProblem } from "../ui/FieldProblem";
import { formProblem, isOf, type FormProblem } from "../ui/formProblem";
import { OtherProblem } from "../ui/OtherProblem";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import { roleOptions } from "./roles";

const fields = ["name", "displayName", "role", "password"];

/** Adds a user. */
export function AddUserForm({ onChanged }: { readonly onChanged: () => void }) {
  const id = useId();
  const [name, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);
  const t = texts.access;
  const add = async () => {
    if (name.trim() === "") {
      setProblem({ field: "name", message: t.nameMissing });
      return;
    }

    setSaving(true);
    try {
      const body = { role, password, ...(displayName.trim() !== "" && { displayName: displayName.trim() }) };
      await put(`users/${encodeURIComponent(name.trim())}`, body, undefined);
      setName("");
      setDisplayName("");
      setPassword("");
      setProblem(undefined);
      onChanged();
    } catch (error) {
      const failed = formProblem(error, true);
      setProblem(failed.field === "id" ? { field: "name", message: t.nameTaken } : failed);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Card title={t.addUser} className="span-6">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className="form-row">
          <TextField label={t.name} value={name} field="name" problem={problem} hint={t.nameHint} onChange={setName} />
          <TextField
            label={t.displayName}
            value={displayName}
            field="displayName"
            problem={problem}
            onChange={setDisplayName}
          />
        </div>
        <SelectField
          label={t.role}
          value={role}
          options={roleOptions()}
          field="role"
          problem={problem}
          onChange={setRole}
        />
        <div className="field">
          <SecretInput
            id={id}
            label={t.password}
            value={password}
            autoComplete="new-password"
            isWrong={isOf(problem, "password")}
            onChange={setPassword}
          />
          <FieldProblem problem={problem} field="password" hint={t.passwordHint} />
        </div>
        <OtherProblem problem={problem} fields={fields} />
        <div className="form-actions">
          <button type="submit" className="button primary" disabled={isSaving}>
            {isSaving ? texts.form.saving : t.add}
          </button>
        </div>
      </form>
    </Card>
  );
}
