import { Outlet } from "react-router";
import type { Scope } from "../api/views";
import { useMay } from "../session/useSession";
import { ForbiddenPage } from "./ForbiddenPage";

/** Pages that not everybody may open; who may not is told so, whichever address was typed. */
export function NeedsScope({ scope }: { readonly scope: Scope }) {
  return useMay(scope) ? <Outlet /> : <ForbiddenPage scope={scope} />;
}
