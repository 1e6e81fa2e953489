import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { DestinationList, DestinationView } from "../api/destinations";
import { get, getWithEtag, put } from "../api/http";
import { Problem } from "../api/problem";
import type { ReportView } from "../api/reports";
import { language } from "../i18n/language";
import { texts } from "../texts";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { draftOf, freshDraft, toBody, type ReportDraft } from "./reportDraft";

interface Edited {
  readonly draft: ReportDraft;
  readonly etag: string | undefined;
  readonly inboxes: readonly DestinationView[];
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The form of a report, new or known: read once, so that nobody's change is overwritten unseen. */
export function useReportForm(id: string | undefined) {
  const navigate = useNavigate();
  const [edited, setEdited] = useState<Edited>();
  const [failure, setFailure] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<Edited> => {
      const { destinations } = await get<DestinationList>("destinations", abort.signal);
      const inboxes = destinations.filter(({ kind }) => kind === "email");
      if (id === undefined) {
        return { draft: freshDraft(zone, language), etag: undefined, inboxes };
      }

      const { body, etag } = await getWithEtag<ReportView>(`reports/${encodeURIComponent(id)}`, abort.signal);
      return { draft: draftOf(body), etag, inboxes };
    };
    load()
      .then(setEdited)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) {
          setFailure(Problem.of(error).message);
        }
      });
    return () => {
      abort.abort();
    };
  }, [id]);

  const change = (part: Partial<ReportDraft>) => {
    setEdited((before) => before && { ...before, draft: { ...before.draft, ...part } });
    setProblem(undefined);
  };

  const save = async ({ draft, etag }: Edited) => {
    const path = draft.id.trim();
    const { body, problem: wrong } = toBody(draft);
    if (path === "" || wrong !== undefined) {
      setProblem(wrong ?? { field: "id", message: texts.form.idMissing });
      return;
    }

    setSaving(true);
    try {
      await put(`reports/${encodeURIComponent(path)}`, body, etag);
      await navigate(`/reports/${encodeURIComponent(path)}`);
    } catch (error) {
      setProblem(formProblem(error, id === undefined));
      setSaving(false);
    }
  };

  return { edited, failure, problem, isSaving, change, save };
}
