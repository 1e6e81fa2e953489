import { useEffect, useRef } from "react";
import { Link, NavLink, useLocation } from "react-router";
import type { Scope } from "../api/views";
import { count } from "../format/numbers";
import { useWorkspace } from "../live/useTopic";
import { signOut } from "../session/sessionApi";
import { may, useSession } from "../session/useSession";
import { texts } from "../texts";
import { NavIcon, type NavIconName } from "./NavIcon";

const items: readonly { readonly to: string; readonly icon: NavIconName; readonly needs?: Scope }[] = [
  { to: "/", icon: "overview" },
  { to: "/customers", icon: "customers" },
  { to: "/alerts", icon: "alerts" },
  { to: "/accounts", icon: "accounts" },
  { to: "/insights", icon: "insights" },
  { to: "/surveys", icon: "surveys" },
  { to: "/segments", icon: "segments" },
  { to: "/destinations", icon: "destinations", needs: "manage" },
  { to: "/reports", icon: "reports", needs: "manage" },
  { to: "/model", icon: "model" },
  { to: "/connections", icon: "connections" },
  { to: "/settings", icon: "settings" },
  { to: "/audit", icon: "audit", needs: "admin" },
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
  const scopes = session?.scopes ?? [];
  const shown = items.filter((item) => item.needs === undefined || may(scopes, item.needs));
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
        {session?.user !== undefined && (
          <Link to="/account" data-testid="account">
            <bdi>{session.user.shownName}</bdi>
          </Link>
        )}
        <button type="button" className="link" onClick={() => void signOut()}>
          {session?.demo === true ? texts.nav.signInAsOther : texts.nav.signOut}
        </button>
      </div>
    </nav>
  );
}
