import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { count } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
import { signOut } from "../session/sessionApi";
import { useIsAdmin, useSession } from "../session/useSession";
import { texts } from "../texts";
import { NavIcon, type NavIconName } from "./NavIcon";

const items: readonly { readonly to: string; readonly icon: NavIconName; readonly isForAdmins?: true }[] = [
  { to: "/", icon: "overview" },
  { to: "/customers", icon: "customers" },
  { to: "/insights", icon: "insights" },
  { to: "/surveys", icon: "surveys" },
  { to: "/segments", icon: "segments" },
  { to: "/alerts", icon: "alerts" },
  { to: "/destinations", icon: "destinations" },
  { to: "/reports", icon: "reports", isForAdmins: true },
  { to: "/model", icon: "model" },
  { to: "/connections", icon: "connections" },
  { to: "/settings", icon: "settings" },
  { to: "/audit", icon: "audit", isForAdmins: true },
];

export function Nav() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone not all pages fit: the one that is open is in sight.
    nav.current?.querySelector(".active")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [pathname]);
  const workspace = useWorkspace();
  const session = useSession();
  const isAdmin = useIsAdmin();
  const shown = items.filter((item) => isAdmin || item.isForAdmins === undefined);
  const view = workspace.kind === "ready" ? workspace.view : undefined;
  const open = view?.alerts.open ?? 0;
  return (
    <nav ref={nav} className="nav" aria-label={texts.nav.label}>
      <span className="brand">
        <img src="/favicon.svg" alt="" width="22" height="22" />
        {texts.page.product}
      </span>
      <ul>
        {shown.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.to === "/"}>
              <NavIcon name={item.icon} />
              <span className="nav-text">{texts.nav[item.icon]}</span>
              {item.icon === "alerts" && open > 0 && (
                <span className="badge" aria-label={texts.nav.openAlerts(open, count(open))}>
                  {open > 99 ? `${count(99)}+` : count(open)}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className="nav-foot">
        <span className="faint">{texts.nav.workspace}</span>
        <b>{view?.name ?? session?.name}</b>
        {session?.demo === false && (
          <button type="button" className="link" onClick={() => void signOut()}>
            {texts.nav.signOut}
          </button>
        )}
      </div>
    </nav>
  );
}
