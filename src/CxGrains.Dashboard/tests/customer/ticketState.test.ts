import { describe, expect, it } from "vitest";
import { ticketState } from "../../src/customer/ticketState";

const due = "2026-03-01T12:00:00Z";
const dueMs = Date.parse(due);

describe("ticketState", () => {
  it("counts down to what is due", () => {
    expect(ticketState(due, "open", false, dueMs - 90_000)).toEqual({ kind: "due", ms: 90_000 });
  });

  it("is overdue at the due instant itself, before the server says so", () => {
    expect(ticketState(due, "open", false, dueMs)).toEqual({ kind: "overdue", ms: 0 });
    expect(ticketState(due, "open", false, dueMs + 1000)).toEqual({ kind: "overdue", ms: 1000 });
  });

  it("believes the server where its own clock is behind", () => {
    expect(ticketState(due, "breached", false, dueMs - 5000)).toEqual({ kind: "overdue", ms: 0 });
  });

  it("tells what came in time from what came late", () => {
    expect(ticketState(due, "met", true, dueMs + 1000)).toEqual({ kind: "met" });
    expect(ticketState(due, "breached", true, dueMs + 1000)).toEqual({ kind: "late" });
  });

  it("knows no state without a target", () => {
    expect(ticketState(undefined, undefined, false, dueMs)).toEqual({ kind: "none" });
  });
});
