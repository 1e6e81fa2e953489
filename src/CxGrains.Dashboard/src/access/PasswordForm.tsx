import { useId, useState } from "react";
import { SecretInput } from "../session/SecretInput";
import { texts } from "../texts";
import { FieldProblem } from "../ui/FieldProblem";
import { isOf } from "../ui/formProblem";
import { useDeeds } from "./useDeeds";

interface Props {
  /** Whose password it is. */
  readonly name: string;
  readonly onSave: (password: string) => Promise<void>;
}

/** Sets a user's password. */
export function PasswordForm({ name, onSave }: Props) {
  const id = useId();
  const [password, setPassword] = useState("");
  const { problem, isWorking, run } = useDeeds();
  const t = texts.access;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => onSave(password));
      }}
    >
      <SecretInput
        id={id}
        label={t.newPasswordOf(name)}
        value={password}
        autoComplete="new-password"
        isWrong={isOf(problem, "password")}
        onChange={setPassword}
      />
      <FieldProblem problem={problem && { ...problem, field: "password" }} field="password" hint={t.passwordHint} />
      <div className="form-actions">
        <button type="submit" className="button primary" disabled={isWorking}>
          {isWorking ? texts.form.saving : texts.form.save}
        </button>
      </div>
    </form>
  );
}
