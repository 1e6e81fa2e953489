import { useId, useState } from "react";
import { texts } from "../texts";
import { SecretInput } from "./SecretInput";
import { signInByName } from "./sessionApi";
import { useSignIn } from "./useSignIn";

/** Signs in with name and password; the workspace is the installation's own unless another is named. */
export function NameForm() {
  const id = useId();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [workspace, setWorkspace] = useState("");
  const t = texts.session;
  const { problem, isWorking, forget, submit } = useSignIn(
    () => (name.trim() === "" || password === "" ? t.nameMissing : undefined),
    t.nameWrong,
    () => signInByName(name.trim(), password, workspace.trim()),
  );
  return (
    <form className="gate-form" onSubmit={submit} noValidate>
      <label htmlFor={`${id}-name`}>{t.name}</label>
      <input
        id={`${id}-name`}
        className="input"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={name}
        aria-invalid={problem !== undefined}
        onChange={(event) => {
          setName(event.target.value);
          forget();
        }}
      />
      <SecretInput
        id={id}
        label={t.password}
        value={password}
        autoComplete="current-password"
        isWrong={problem !== undefined}
        describedBy={`${id}-problem`}
        onChange={(value) => {
          setPassword(value);
          forget();
        }}
      />
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="button primary" disabled={isWorking}>
        {isWorking ? t.working : t.submit}
      </button>
      <details>
        <summary>{t.otherWorkspace}</summary>
        <label htmlFor={`${id}-workspace`}>{t.workspace}</label>
        <input
          id={`${id}-workspace`}
          className="input"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={workspace}
          onChange={(event) => {
            setWorkspace(event.target.value);
            forget();
          }}
        />
      </details>
    </form>
  );
}
