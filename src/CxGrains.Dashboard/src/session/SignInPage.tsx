import { useId, useState, type SyntheticEvent } from "react";
import { Problem } from "../api/problem";
import { LanguagePicker } from "../app/LanguagePicker";
import { texts } from "../texts";
import { signIn } from "./sessionApi";

/** Asks for a key. */
export function SignInPage() {
  const id = useId();
  const [key, setKey] = useState("");
  const [isShown, setShown] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (key.trim() === "") {
      setProblem(texts.session.missing);
      return;
    }

    setWorking(true);
    try {
      await signIn(key.trim());
    } catch (error) {
      const failure = Problem.of(error);
      setProblem(failure.status === 401 || failure.status === 403 ? texts.session.wrong : failure.message);
      setWorking(false);
    }
  };

  return (
    <main className="gate">
      <form className="gate-card" onSubmit={(event) => void submit(event)} noValidate>
        <p className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          {texts.page.product}
        </p>
        <h1>{texts.session.title}</h1>
        <p className="dim">{texts.session.text}</p>
        <label htmlFor={id}>{texts.session.key}</label>
        <div className="key-row">
          <input
            id={id}
            className="input"
            type={isShown ? "text" : "password"}
            dir="ltr"
            autoComplete="current-password"
            spellCheck={false}
            autoFocus
            value={key}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            onChange={(event) => {
              setKey(event.target.value);
              setProblem(undefined);
            }}
          />
          <button
            type="button"
            className="button"
            aria-pressed={isShown}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {isShown ? texts.session.hide : texts.session.show}
          </button>
        </div>
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="button primary" disabled={isWorking}>
          {isWorking ? texts.session.working : texts.session.submit}
        </button>
        <LanguagePicker />
      </form>
    </main>
  );
}
