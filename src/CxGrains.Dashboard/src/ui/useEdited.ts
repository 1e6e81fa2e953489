import { useMemo, useState } from "react";
import { useReadOnce, type Read } from "../api/useReadOnce";
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
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);

  const readIt = useMemo<Read<T>>(() => (signal) => read(id, signal), [id, read]);
  const { failure, retry } = useReadOnce(readIt, setEdited);

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

  return { edited, failure, retry, problem, setProblem, isSaving, change, save };
}
