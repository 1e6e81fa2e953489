import { describe, expect, it } from "vitest";
import { auditPath, noFilter } from "../../src/privacy/auditFilter";
import { readErased } from "../../src/privacy/erased";
import { stateOf } from "../../src/privacy/stateOf";

describe("the audit log", () => {
  it("is asked for what was typed, and for the page after", () => {
    expect(auditPath(noFilter, undefined)).toBe("audit?limit=50");
    expect(auditPath({ customer: "a&b", action: "customer.read", by: "" }, 7)).toBe(
      "audit?limit=50&customer=a%26b&action=customer.read&before=7",
    );
  });
});

describe("consent", () => {
  const consents = [
    { purpose: "analytics", granted: true, at: "2026-01-01T00:00:00Z" },
    { purpose: "contact", granted: false, at: "2026-01-01T00:00:00Z" },
  ];

  it("is what was said last, or unknown", () => {
    expect(stateOf({ consents }, "analytics")).toBe("granted");
    expect(stateOf({ consents }, "contact")).toBe("denied");
    expect(stateOf({ consents }, "testimonial")).toBe("unknown");
  });
});

it("tells a place that an erasure led to from all others", () => {
  expect(readErased({ erased: "done" })).toBe("done");
  expect(readErased({ erased: "ada" })).toBeUndefined();
  expect(readErased(null)).toBeUndefined();
});
