import { useId, useState } from "react";
import { texts } from "../texts";
import { SecretInput } from "./SecretInput";
import { signIn } from "./sessionApi";
import { useSignIn } from "./useSignIn";

/** Signs in with a key. */
export function KeyForm() {
  const id = useId();
  const [key, setKey] = useState("");
  const t = texts.session;
  const { problem, isWorking, forget, submit } = useSignIn(
    () => (key.trim() === "" ? t.missing : undefined),
    t.wrong,
    () => signIn(key.trim()),
  );
  return (
    <form className="gate-form" onSubmit={submit} noValidate>
      <SecretInput
        id={id}
        label={t.key}
        value={key}
        autoComplete="current-password"
        isWrong={problem !== undefined}
        describedBy={`${id}-problem`}
        autoFocus
        onChange={(value) => {
          setKey(value);
          forget();
        }}
      />
      <p id={`${id}-problem`} className="field-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="button primary" disabled={isWorking}>
        {isWorking ? t.working : t.submit}
      </button>
    </form>
  );
}
