import { useEffect } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import { keepLive } from "../live/live";
import { RemovalBar } from "../removals/RemovalBar";
import { texts } from "../texts";
import { LanguagePicker } from "./LanguagePicker";
import { LiveState } from "./LiveState";
import { Nav } from "./Nav";
import { ThemeToggle } from "./ThemeToggle";

/** What stands around every page. It lives as long as somebody is signed in, and with it the live connection. */
export function Shell() {
  useEffect(keepLive, []);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {texts.page.skip}
      </a>
      <Nav />
      <div className="shell-main">
        <header className="topbar">
          <span className="brand brand-narrow" aria-hidden="true">
            {texts.page.product}
          </span>
          <LiveState />
          <LanguagePicker />
          <ThemeToggle />
        </header>
        <main id="content" tabIndex={-1}>
          <Outlet />
          <RemovalBar />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}
