import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FeedEntry, Scope, WorkspaceView } from "../../src/api/views";
import { ArrivedCard } from "../../src/overview/ArrivedCard";
import { awaitFirst, endFirst, firstOf, isAwaited } from "../../src/overview/firstSteps";
import { session } from "../../src/session/sessionStore";

const entry = (id: string): FeedEntry => ({
  id,
  customer: "ada",
  name: "Ada Lovelace",
  received: "2026-03-01T00:00:00Z",
  entry: { at: "2026-03-01T00:00:00Z", type: "purchase", value: 49.9, currency: "EUR" },
});

const none = { status: "notEnoughData", responses: 0 };

const view = (interactions: number, feed: readonly FeedEntry[], segments: readonly unknown[] = []) =>
  ({ id: "default", interactions, feed, segments, nps: none, csat: none, ces: none }) as unknown as WorkspaceView;

const card = (shown: WorkspaceView, scopes: readonly Scope[]) => {
  session.began({ workspace: "default", name: "Default", scopes, demo: false });
  return renderToStaticMarkup(
    <MemoryRouter>
      <ArrivedCard view={shown} />
    </MemoryRouter>,
  );
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("document", {});
  vi.stubGlobal("location", { origin: "https://cx.example.com" });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  session.ended();
});

it("knows the first interaction while the feed has all of them", () => {
  expect(firstOf(view(2, [entry("second"), entry("first")]))?.id).toBe("first");
  expect(firstOf(view(3, [entry("third"), entry("second")]))).toBeUndefined();
  expect(firstOf(view(1, []))).toBeUndefined();
});

it("is awaited in a workspace that was seen empty, until what follows is put away", () => {
  expect(isAwaited("default")).toBe(false);
  awaitFirst("default");
  expect(isAwaited("default")).toBe(true);
  expect(isAwaited("other")).toBe(false);
  endFirst("default");
  expect(isAwaited("default")).toBe(false);
});

it("is told to nobody who did not see the workspace empty", () => {
  expect(card(view(1, [entry("first")]), ["admin"])).toBe("");
});

it("is told with what may be done next", () => {
  awaitFirst("default");
  const html = card(view(1, [entry("first")]), ["admin"]);
  expect(html).toContain("Ada Lovelace");
  expect(html).toContain('href="/customers/ada"');
  const hrefs = ["/connections", "/segments/new", "/destinations/new"].map((to) => `href="${to}"`);
  expect(hrefs.filter((href) => html.includes(href))).toEqual(hrefs);
  const forManager = card(view(1, [entry("first")]), ["read", "manage"]);
  expect(hrefs.filter((href) => forManager.includes(href))).toEqual(hrefs.slice(1));
  const forViewer = card(view(1, [entry("first")]), ["read"]);
  expect(hrefs.filter((href) => forViewer.includes(href))).toEqual([]);
});

it("ticks what is done", () => {
  awaitFirst("default");
  expect(card(view(1, [entry("first")]), ["manage"])).not.toContain("is-done");
  expect(card(view(1, [entry("first")], [{ id: "pro" }]), ["manage"])).toContain("is-done");
});
