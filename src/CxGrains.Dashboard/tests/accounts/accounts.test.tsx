import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { AccountBody } from "../../src/accounts/AccountBody";
import { directionOf, readFilter, sortBy, writeFilter } from "../../src/accounts/accountsFilter";
import { AccountsTableRow } from "../../src/accounts/AccountsTableRow";
import { toneOfRenewal } from "../../src/accounts/renewal";
import type { AccountRow, AccountView, Renewal } from "../../src/api/accountViews";

const renewal = (days: number, isPast = false, isRenewed = false): Renewal => ({
  date: "2026-03-01",
  days,
  isPast,
  isRenewed,
});

const unrenewed: AccountRow = {
  id: "a/b",
  name: "Aurora Hotels",
  customers: 12,
  active: 1,
  interactions: 3456,
  engagement: { status: "ok", score: 41.2 },
  purchases: { count: 3, total: 1234.5, byCurrency: { EUR: 1234.5 } },
  worst: { status: "ok", band: "high", probability: 0.73, customer: "ada", customerName: "Ada" },
  atRisk: 2,
  nps: { status: "ok", responses: 2, score: 50, promoters: 1, passives: 1, detractors: 0 },
  lastSeen: "2026-02-01T00:00:00Z",
};

const row: AccountRow = { ...unrenewed, renewal: renewal(12) };

const parts = { members: { total: 12, customers: [] }, openAlerts: { total: 0, alerts: [] } };
const view: AccountView = { ...row, ...parts };

const unknown: AccountView = {
  ...unrenewed,
  ...parts,
  engagement: { status: "notEnoughData" },
  purchases: { count: 0, total: 0, byCurrency: {} },
  worst: { status: "notEnoughData", band: "notEnoughData" },
  atRisk: 0,
  nps: { status: "notEnoughData", responses: 0 },
};

const html = (element: React.ReactNode) => renderToStaticMarkup(<MemoryRouter>{element}</MemoryRouter>);

describe("a list of accounts", () => {
  it("keeps its filter in the address and reads it back", () => {
    const filter = readFilter(new URLSearchParams("q=acme&sort=renewal&reverse=true"));
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(writeFilter(readFilter(new URLSearchParams("sort=luck"))).toString()).toBe("");
  });

  it("turns the order round when the same column is chosen again", () => {
    const filter = readFilter(new URLSearchParams("sort=value"));
    expect(sortBy(filter, "value")).toMatchObject({ sort: "value", reverse: true });
    expect(sortBy(sortBy(filter, "value"), "name")).toMatchObject({ sort: "name", reverse: false });
  });

  it("goes up by name and by renewal, and down by everything else", () => {
    const directions = (["name", "renewal", "risk", "value"] as const).map((sort) =>
      directionOf({ q: "", sort, reverse: false }),
    );
    expect(directions).toEqual(["ascending", "ascending", "descending", "descending"]);
    expect(directionOf({ q: "", sort: "renewal", reverse: true })).toBe("descending");
  });

  it("leads to the account and to its worst customer", () => {
    const shown = html(<AccountsTableRow account={row} index={0} ref={null} />);
    expect(shown).toContain('href="/accounts/a%2Fb"');
    expect(shown).toContain('href="/customers/ada"');
    expect(shown).toContain("73%");
    expect(shown).toContain("2 at high risk");
    expect(shown).toContain("€1,235");
    expect(shown).toContain("in 12 days");
  });

  it("says where an amount is of several currencies", () => {
    const mixed = { ...row, purchases: { count: 3, total: 30, byCurrency: { EUR: 10, USD: 20 } } };
    expect(html(<AccountsTableRow account={mixed} index={0} ref={null} />)).toContain("several currencies");
  });
});

describe("a renewal", () => {
  it("is near from thirty days on, and wants a look once it passed", () => {
    expect(toneOfRenewal(renewal(31))).toBe("plain");
    expect(toneOfRenewal(renewal(30))).toBe("warn");
    expect(toneOfRenewal(renewal(-1, true))).toBe("bad");
    expect(toneOfRenewal(renewal(-1, true, true))).toBe("good");
  });
});

describe("the page of an account", () => {
  it("shows risk, renewal, usage, value and where its customers are", () => {
    const shown = html(<AccountBody view={view} isStale={false} onHandled={() => undefined} />);
    expect(shown).toContain("Mar 1, 2026");
    expect(shown).toContain("in 12 days");
    expect(shown).toContain("1 of 12");
    expect(shown).toContain("41 of 100");
    expect(shown).toContain("€1,234.50");
    expect(shown).toContain('href="/customers?account=a%2Fb"');
    expect(shown).toContain("No open alerts.");
    expect(shown).not.toContain("newer figures could not be fetched");
  });

  it("says what is not known yet, and that figures are old", () => {
    const shown = html(<AccountBody view={unknown} isStale onHandled={() => undefined} />);
    expect(shown.match(/not enough data yet/g)).toHaveLength(3);
    expect(shown).toContain("No renewal date is known.");
    expect(shown).toContain("nobody at high risk");
    expect(shown).toContain("No purchases yet.");
    expect(shown).toContain("newer figures could not be fetched");
  });

  it("tells a renewal that happened from one that was missed", () => {
    expect(
      html(<AccountBody view={{ ...view, renewal: renewal(-5, true) }} isStale={false} onHandled={() => undefined} />),
    ).toContain("5 days ago · date passed, not renewed");
    expect(
      html(
        <AccountBody
          view={{ ...view, renewal: renewal(-5, true, true) }}
          isStale={false}
          onHandled={() => undefined}
        />,
      ),
    ).toContain("5 days ago · renewed");
  });
});
