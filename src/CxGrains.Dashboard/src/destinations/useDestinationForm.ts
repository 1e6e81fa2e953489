import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { DestinationList, DestinationView } from "../api/destinations";
import { get, getWithEtag, send } from "../api/http";
import { Problem } from "../api/problem";
import { texts } from "../texts";
import { formProblem, type FormProblem } from "../ui/formProblem";
import { destinationBody, draftOf, freshDraft, type DestinationDraft } from "./destinationDraft";

interface Edited {
  readonly draft: DestinationDraft;
  readonly etag: string | undefined;
  readonly mayMail: boolean;
}

/** The form of a destination, new or known: read once, so that nobody's change is overwritten unseen. */
export function useDestinationForm(id: string | undefined) {
  const navigate = useNavigate();
  const [edited, setEdited] = useState<Edited>();
  const [failure, setFailure] = useState<string>();
  const [problem, setProblem] = useState<FormProblem>();
  const [isSaving, setSaving] = useState(false);
  const [secret, setSecret] = useState<string>();

  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<Edited> => {
      const { mayMail } = await get<DestinationList>("destinations", abort.signal);
      if (id === undefined) {
        return { draft: freshDraft, etag: undefined, mayMail };
      }

      const { body, etag } = await getWithEtag<DestinationView>(`destinations/${encodeURIComponent(id)}`, abort.signal);
      return { draft: draftOf(body), etag, mayMail };
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

  const change = (part: Partial<DestinationDraft>) => {
    setEdited((before) => before && { ...before, draft: { ...before.draft, ...part } });
    setProblem(undefined);
  };

  const leave = async (to: string) => {
    await navigate(`/destinations/${encodeURIComponent(to)}`);
  };

  const save = async ({ draft, etag }: Edited) => {
    const path = draft.id.trim();
    if (path === "") {
      setProblem({ field: "id", message: texts.form.idMissing });
      return;
    }

    setSaving(true);
    try {
      const response = await send(`destinations/${encodeURIComponent(path)}`, {
        method: "PUT",
        headers: {
          "content-type": "application/json",
          ...(etag === undefined ? { "if-none-match": "*" } : { "if-match": etag }),
        },
        body: JSON.stringify(destinationBody(draft)),
      });
      const saved = (await response.json()) as DestinationView;
      if (saved.secret === undefined) {
        await leave(path);
      } else {
        setSecret(saved.secret);
      }
    } catch (error) {
      setProblem(formProblem(error, id === undefined));
      setSaving(false);
    }
  };

  return { edited, failure, problem, isSaving, secret, change, save, leave };
}
