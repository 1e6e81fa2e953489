import { useState } from "react";
import { useNavigate } from "react-router";
import type { DestinationList, DestinationView } from "../api/destinations";
import { get, getWithEtag, send } from "../api/http";
import { removals } from "../removals/removals";
import { texts } from "../texts";
import { useEdited } from "../ui/useEdited";
import { destinationBody, draftOf, freshDraft, type DestinationDraft } from "./destinationDraft";

interface Edited {
  readonly draft: DestinationDraft;
  readonly etag: string | undefined;
  readonly mayMail: boolean;
}

async function read(id: string | undefined, signal: AbortSignal): Promise<Edited> {
  const { mayMail } = await get<DestinationList>("destinations", signal);
  if (id === undefined) {
    return { draft: freshDraft, etag: undefined, mayMail };
  }

  const { body, etag } = await getWithEtag<DestinationView>(`destinations/${encodeURIComponent(id)}`, signal);
  return { draft: draftOf(body), etag, mayMail };
}

/** The form of a destination, new or known. */
export function useDestinationForm(id: string | undefined) {
  const navigate = useNavigate();
  const form = useEdited(id, read);
  const [secret, setSecret] = useState<string>();

  const leave = async (to: string) => {
    await navigate(`/destinations/${encodeURIComponent(to)}`);
  };

  const save = async ({ draft, etag }: Edited) => {
    const path = draft.id.trim();
    if (path === "") {
      form.setProblem({ field: "id", message: texts.form.idMissing });
      return;
    }

    const target = `destinations/${encodeURIComponent(path)}`;
    await form.save(async () => {
      await removals.sendNow((waiting) => waiting === target);
      const response = await send(target, {
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
    });
  };

  return { ...form, secret, save, leave };
}
