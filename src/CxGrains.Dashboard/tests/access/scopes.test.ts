import { describe, expect, it } from "vitest";
import { choices, scopesToSend, withScope } from "../../src/access/scopes";

describe("the scopes of a new key", () => {
  it("are added and taken away, in the order they are shown in", () => {
    expect(withScope(["read"], "ingest", true)).toEqual(["ingest", "read"]);
    expect(withScope(["ingest", "read"], "ingest", false)).toEqual(["read"]);
  });

  it("are all shown as chosen, and not to be taken away, where one includes them", () => {
    expect(choices(["ingest", "admin"])).toEqual([
      { scope: "ingest", checked: true, disabled: true },
      { scope: "read", checked: true, disabled: true },
      { scope: "handle", checked: true, disabled: true },
      { scope: "manage", checked: true, disabled: true },
      { scope: "admin", checked: true, disabled: false },
    ]);
    expect(choices(["read"]).filter(({ checked }) => checked)).toEqual([
      { scope: "read", checked: true, disabled: false },
    ]);
  });

  it("come back as they were chosen when what includes them is taken away", () => {
    expect(withScope(withScope(["ingest"], "admin", true), "admin", false)).toEqual(["ingest"]);
  });

  it("are sent without what is included", () => {
    expect(scopesToSend(["ingest", "admin"])).toEqual(["admin"]);
    expect(scopesToSend(["ingest", "read"])).toEqual(["ingest", "read"]);
  });
});
