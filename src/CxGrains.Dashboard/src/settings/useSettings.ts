import { useCallback, useEffect, useState } from "react";
import { getWithEtag, put } from "../api/http";
import { Problem } from "../api/problem";
import type { WorkspaceSettings } from "../api/settings";
import type { FormProblem } from "../ui/formProblem";
import { toBody, toDraft, type SettingsDraft } from "./settingsDraft";

export type SettingsState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "editing"; readonly draft: SettingsDraft; readonly etag: string | undefined };

/** The settings once, as they are now, and the way to save them: an edit must not be overwritten unseen, on neither side. */
export function useSettings() {
  const [state, setState] = useState<SettingsState>({ kind: "loading" });
  const [problem, setProblem] = useState<FormProblem>();
  const [isConflict, setConflict] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);

  const load = useCallback(async (signal?: AbortSignal) => {
    try {
      const { body, etag } = await getWithEtag<WorkspaceSettings>("settings", signal);
      setState({ kind: "editing", draft: toDraft(body), etag });
      setProblem(undefined);
      setConflict(false);
    } catch (error) {
      if (signal?.aborted !== true) {
        setState({ kind: "failed", reason: Problem.of(error).message });
      }
    }
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    // eslint-disable-next-line react-hooks/set-state-in-effect -- it sets the state when the answer is here, not at once.
    void load(abort.signal);
    return () => {
      abort.abort();
    };
  }, [load]);

  const change = (part: Partial<SettingsDraft>) => {
    setState((before) => (before.kind === "editing" ? { ...before, draft: { ...before.draft, ...part } } : before));
    setProblem(undefined);
    setSaved(false);
  };

  const save = async () => {
    if (state.kind !== "editing") {
      return;
    }

    const read = toBody(state.draft);
    if (read.problem !== undefined) {
      setProblem(read.problem);
      return;
    }

    setSaving(true);
    setSaved(false);
    try {
      await put("settings", read.body, state.etag);
      await load();
      setSaved(true);
    } catch (error) {
      const { status, field, message } = Problem.of(error);
      setConflict(status === 412);
      setProblem({ field: status === 412 ? undefined : field, message });
    } finally {
      setSaving(false);
    }
  };

  return { state, change, problem, isConflict, isSaving, isSaved, save, reload: load };
}
