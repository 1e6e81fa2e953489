import { useEffect } from "react";
import { MemoryRouter } from "react-router";
import { send } from "../api/http";
import type { SessionWall } from "../api/views";
import { LiveState } from "../app/LiveState";
import { ThemeToggle } from "../app/ThemeToggle";
import { keepLive } from "../live/live";
import { readScope } from "../insights/scope";
import { ScopedOverview } from "../overview/ScopedOverview";
import { texts } from "../texts";
import { PageHead } from "../ui/PageHead";
import { scopeWords } from "./scopeWords";

/** The overview on a wall: nothing to choose, and no way to any other page. */
export function WallPage({ wall }: { readonly wall: SessionWall }) {
  useEffect(keepLive, []);
  const scope = readScope(new URLSearchParams({ segment: wall.segment ?? "", window: wall.window ?? "" }));
  const leave = async () => {
    // Not through the session's store: the gate would take its end for a mishap, and open the link once more.
    await send("session", { method: "DELETE" });
    location.assign("/");
  };
  return (
    <MemoryRouter>
      <div className="wall" data-testid="wall">
        <header className="topbar">
          <b>
            <bdi>{wall.name}</bdi>
          </b>
          <LiveState />
          <ThemeToggle />
          <button type="button" className="link" onClick={() => void leave()}>
            {texts.wall.leave}
          </button>
        </header>
        <main id="content">
          <ScopedOverview
            scope={scope}
            head={() => (
              <PageHead title={texts.overview.title}>
                <span className="dim">{scopeWords(wall)}</span>
              </PageHead>
            )}
          />
        </main>
      </div>
    </MemoryRouter>
  );
}
