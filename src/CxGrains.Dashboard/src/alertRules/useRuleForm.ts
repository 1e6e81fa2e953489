import { useCallback, useState } from "react";
import { useNavigate } from "react-router";
import type { AlertRule, DryRun } from "../api/alertRules";
import { post, put, type Answer } from "../api/http";
import { useDefinition } from "../api/useReadOnce";
import { removals } from "../removals/removals";
import { texts } from "../texts";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { freshDraft, toBody, toDraft, type RuleDraft } from "./ruleDraft";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const list = "/alerts/rules";

/** A rule as it is typed, tried out and saved: an edit must not be overwritten unseen, on neither side. */
export function useRuleForm(id: string | undefined) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<RuleDraft | undefined>(id === undefined ? freshDraft(zone) : undefined);
  const [etag, setEtag] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const [dryRun, setDryRun] = useState<DryRun>();
  const [busy, setBusy] = useState<"saving" | "running">();

  const take = useCallback((answer: Answer<AlertRule>) => {
    setDraft(toDraft(answer.body, zone));
    setEtag(answer.etag);
  }, []);
  const { failure, retry } = useDefinition(id && `alert-rules/${encodeURIComponent(id)}`, take);

  const change = (part: Partial<RuleDraft>) => {
    setDraft((before) => (before === undefined ? before : { ...before, ...part }));
    setProblem(undefined);
    setDryRun(undefined);
  };

  const attempt = async (what: "saving" | "running", action: () => Promise<void>) => {
    setBusy(what);
    try {
      await action();
    } catch (error) {
      setProblem(formProblem(error, id === undefined));
    } finally {
      setBusy(undefined);
    }
  };

  const read = (): unknown => {
    const { body, problem: wrong } = draft === undefined ? { body: undefined, problem: undefined } : toBody(draft);
    setProblem(wrong);
    return wrong === undefined ? body : undefined;
  };

  const save = async () => {
    const name = draft?.id.trim() ?? "";
    if (name === "") {
      setProblem({ field: "id", message: texts.form.idMissing });
      return;
    }

    const body = read();
    if (body !== undefined) {
      await attempt("saving", async () => {
        const target = `alert-rules/${encodeURIComponent(name)}`;
        await removals.sendNow((waiting) => waiting === target);
        await put(target, body, etag);
        await navigate(list);
      });
    }
  };

  const tryOut = async () => {
    const body = read();
    if (body !== undefined) {
      await attempt("running", async () => {
        setDryRun(await post<DryRun>("alert-rules/dry-run", body));
      });
    }
  };

  const drop = async (name: string) => {
    await navigate(list);
    removals.add({ path: `alert-rules/${encodeURIComponent(id ?? "")}`, etag, what: texts.removals.rule(name) });
  };

  return { draft, change, failure, retry, problem, dryRun, busy, save, tryOut, drop };
}
