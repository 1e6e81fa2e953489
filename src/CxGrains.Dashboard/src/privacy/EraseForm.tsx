import { useState } from "react";
import { useNavigate } from "react-router";
import { send } from "../api/http";
import { Problem } from "../api/problem";
import { privacyTexts as t, texts } from "../texts";
import type { ErasedState } from "./erased";

interface Props {
  readonly id: string;
  readonly onCancel: () => void;
}

/** Says what erasing does and has the id typed, so that nobody goes by a slip; then erases and leads to the list. */
export function EraseForm({ id, onCancel }: Props) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [isErasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const erase = async () => {
    setErasing(true);
    setProblem(undefined);
    try {
      const answer = await send(`customers/${encodeURIComponent(id)}?wait=applied`, { method: "DELETE" });
      const { applied } = (await answer.json()) as { readonly applied?: boolean };
      const state: ErasedState = { erased: applied === true ? "done" : "soon" };
      await navigate("/customers", { replace: true, state });
    } catch (error) {
      setProblem(Problem.of(error).message);
      setErasing(false);
    }
  };
  return (
    <form
      className="erase-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === id) {
          void erase();
        }
      }}
    >
      <p>{t.eraseWhat}</p>
      <label className="field">
        <span>{t.eraseType(id)}</span>
        <input
          className="input"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </label>
      {problem !== undefined && (
        <p className="text-bad" role="alert">
          <bdi>{problem}</bdi>
        </p>
      )}
      <div className="form-actions">
        <button type="submit" className="button danger" disabled={typed !== id || isErasing}>
          {isErasing ? t.erasing : t.eraseNow}
        </button>
        <button type="button" className="button" disabled={isErasing} onClick={onCancel}>
          {texts.form.cancel}
        </button>
      </div>
    </form>
  );
}
