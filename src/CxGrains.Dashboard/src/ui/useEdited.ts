import { useEffect, useState } from "react";
import { Problem } from "../api/problem";
import { formProblem, type FormProblem } from "./formProblem";

/** What a form edits. */
interface Edited {
  /** As it is typed. */
  readonly draft: object;
}

/**
 * A definition that is read once and then edited, so that nobody's change is overwritten unseen. `read` gives what a new one
 * begins with where there is no id; it is the same function from draw to draw.
 */
export function useEdited<T extends Edited>(
  id: string | undefined,
  read: (id: string | undefined, signal: AbortSignal) => Promise<T>,
) {
  const [edited, setEdited] = useState<T>();
  const [failure, setFailure] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    read(id, abort.signal)
      .then(setEdited)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setFailure(Problem.of(error).message);
        }
      });
    return () => {
      abort.abort();
    };
  }, [id, read]);

  const change = (part: Partial<T["draft"]>) => {
    setEdited((before) => before && { ...before, draft: { ...before.draft, ...part } });
    setProblem(undefined);
  };

  const save = async (deed: () => Promise<void>) => {
    setSaving(true);
    try {
      await deed();
    } catch (error) {
      setProblem(formProblem(error, id === undefined));
      setSaving(false);
    }
  };

  return { edited, failure, problem, setProblem, isSaving, change, save };
}
