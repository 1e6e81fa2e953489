import type { Scope } from "../api/views";
import { texts } from "../texts";
import { NotFoundPage } from "./NotFoundPage";

/** There is such a page, for others; and a way to what is for everybody. */
export function ForbiddenPage({ scope }: { readonly scope: Scope }) {
  return (
    <NotFoundPage
      title={texts.access.forbidden}
      hint={scope === "admin" ? texts.access.forAdministrators : texts.access.forManagers}
      testId="forbidden"
    />
  );
}
