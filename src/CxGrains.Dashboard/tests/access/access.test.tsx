import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { AccountPage } from "../../src/access/AccountPage";
import { UserRow } from "../../src/access/UserRow";
import type { AlertView } from "../../src/api/alertViews";
import type { CustomerView } from "../../src/api/customerViews";
import type { Role, Scope, Session } from "../../src/api/views";
import { InboxRow } from "../../src/alerts/InboxRow";
import { ForbiddenPage } from "../../src/app/ForbiddenPage";
import { PrivacyCard } from "../../src/privacy/PrivacyCard";
import { may } from "../../src/session/useSession";
import { SignInPage } from "../../src/session/SignInPage";
import { session } from "../../src/session/sessionStore";
import { CustomerLink } from "../../src/ui/CustomerLink";
import { scopeWords } from "../../src/wall/scopeWords";
import { wallToken } from "../../src/wall/wallToken";

const scopesOf: Record<Role, readonly Scope[]> = {
  viewer: ["read"],
  agent: ["read", "handle"],
  manager: ["read", "handle", "manage"],
  administrator: ["ingest", "read", "handle", "manage", "admin"],
};

const as = (role: Role): Session => ({
  workspace: "default",
  name: "Default",
  scopes: scopesOf[role],
  demo: false,
  user: { name: "ann", shownName: "Ann Lee", role },
});

const alert = {
  id: "a",
  rule: "churn-high",
  subject: { type: "customer", id: "ada" },
  customer: "ada",
  severity: "critical",
  state: "open",
  reason: "Silent",
  at: "2026-03-01T00:00:00Z",
  history: [],
} as unknown as AlertView;

const customer = { id: "ada", profiled: true, consents: [] } as unknown as CustomerView;

const render = (element: React.ReactElement) => renderToStaticMarkup(<MemoryRouter>{element}</MemoryRouter>);

afterEach(() => {
  session.ended();
});

describe("what a role may do", () => {
  it("is what its scopes say, and all for an administrator", () => {
    expect(may(scopesOf.agent, "handle")).toBe(true);
    expect(may(scopesOf.agent, "manage")).toBe(false);
    expect(may(scopesOf.manager, "admin")).toBe(false);
    expect(may(["admin"], "handle")).toBe(true);
  });

  it.each<[Role, boolean]>([
    ["viewer", false],
    ["agent", true],
    ["manager", true],
    ["administrator", true],
  ])("shows a %s the ways to handle an alert: %s", (role, isShown) => {
    session.began(as(role));
    const html = render(<InboxRow alert={alert} onHandled={() => undefined} />);
    expect(html.includes(">Take<")).toBe(isShown);
  });

  it.each<[Role, boolean, boolean]>([
    ["agent", false, false],
    ["manager", true, false],
    ["administrator", true, true],
  ])("lets a %s state consents: %s, and erase: %s", (role, mayState, mayErase) => {
    session.began(as(role));
    const html = render(<PrivacyCard view={customer} />);
    expect(html.includes('role="switch"')).toBe(mayState);
    expect(html.includes(">Erase<")).toBe(mayErase);
  });
});

describe("pages of one's own", () => {
  it("ask for name and password first", () => {
    const html = render(<SignInPage />);
    expect(html).toContain('autoComplete="username"');
    expect(html).toContain(">Name and password<");
  });

  it("show the account of whoever signed in by name", () => {
    session.began(as("agent"));
    const html = render(<AccountPage />);
    expect(html).toContain("Ann Lee");
    expect(html).toContain("Password until now");
  });

  it("say that a key has none", () => {
    session.began({ workspace: "default", name: "Default", scopes: ["read"], demo: false });
    expect(render(<AccountPage />)).toContain("You signed in with a key");
  });

  it("tell who may not open them", () => {
    expect(render(<ForbiddenPage scope="admin" />)).toContain("Only administrators may open it.");
  });

  it("mark oneself among the users", () => {
    session.began(as("administrator"));
    const user = { name: "ann", role: "administrator", disabled: true, created: "2026-03-01T00:00:00Z" } as const;
    const html = render(<UserRow user={user} onChanged={() => undefined} />);
    expect(html).toContain(">You<");
    expect(html).toContain(">Disabled<");
    expect(html).toContain(">Enable<");
  });
});

describe("a wall", () => {
  const wall: Session = {
    workspace: "default",
    name: "Default",
    scopes: ["read"],
    demo: false,
    wall: { name: "Floor" },
  };

  it("leads to no customer", () => {
    expect(render(<CustomerLink id="ada" name="Ada" />)).toContain("<a ");
    session.began(wall);
    expect(render(<CustomerLink id="ada" name="Ada" />)).not.toContain("<a ");
  });

  it("is opened by what stands behind the # of its address", () => {
    expect(wallToken({ pathname: "/wall", hash: "#cw_abc" })).toBe("cw_abc");
    expect(wallToken({ pathname: "/wall", hash: "#content" })).toBeUndefined();
    expect(wallToken({ pathname: "/customers", hash: "#cw_abc" })).toBeUndefined();
  });

  it("says whose figures it shows", () => {
    expect(scopeWords({})).toBe("All customers · Latest");
    expect(scopeWords({ segment: "vip", window: "7d" })).toBe("vip · 7 d");
  });
});
