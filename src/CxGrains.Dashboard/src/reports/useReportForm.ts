import { useNavigate } from "react-router";
import type { DestinationList, DestinationView } from "../api/destinations";
import { get, getWithEtag, put } from "../api/http";
import type { ReportView } from "../api/reports";
import { language } from "../i18n/language";
import { texts } from "../texts";
import { useEdited } from "../ui/useEdited";
import { draftOf, freshDraft, toBody, type ReportDraft } from "./reportDraft";

interface Edited {
  readonly draft: ReportDraft;
  readonly etag: string | undefined;
  readonly inboxes: readonly DestinationView[];
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function read(id: string | undefined, signal: AbortSignal): Promise<Edited> {
  const { destinations } = await get<DestinationList>("destinations", signal);
  const inboxes = destinations.filter(({ kind }) => kind === "email");
  if (id === undefined) {
    return { draft: freshDraft(zone, language), etag: undefined, inboxes };
  }

  const { body, etag } = await getWithEtag<ReportView>(`reports/${encodeURIComponent(id)}`, signal);
  return { draft: draftOf(body), etag, inboxes };
}

/** The form of a report, new or known. */
export function useReportForm(id: string | undefined) {
  const navigate = useNavigate();
  const form = useEdited(id, read);

  const save = async ({ draft, etag }: Edited) => {
    const path = draft.id.trim();
    const { body, problem } = toBody(draft);
    if (path === "" || problem !== undefined) {
      form.setProblem(problem ?? { field: "id", message: texts.form.idMissing });
      return;
    }

    await form.save(async () => {
      await put(`reports/${encodeURIComponent(path)}`, body, etag);
      await navigate(`/reports/${encodeURIComponent(path)}`);
    });
  };

  return { ...form, save };
}
