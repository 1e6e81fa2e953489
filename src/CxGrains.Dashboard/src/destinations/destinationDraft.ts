import type { DestinationKind, DestinationView } from "../api/destinations";
import type { AlertSeverity } from "../api/alertViews";

/** A destination as it is typed. */
export interface DestinationDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: DestinationKind;
  readonly url: string;
  readonly addresses: string;
  readonly severity: AlertSeverity;
  readonly enabled: boolean;
  readonly reportsOnly: boolean;
}

export const freshDraft: DestinationDraft = {
  id: "",
  name: "",
  kind: "webhook",
  url: "",
  addresses: "",
  severity: "info",
  enabled: true,
  reportsOnly: false,
};

/** What of a view can be edited: the address of Slack and Teams is not known. */
export const draftOf = (view: DestinationView): DestinationDraft => ({
  id: view.id,
  name: view.name,
  kind: view.kind,
  url: view.kind === "webhook" ? (view.url ?? "") : "",
  addresses: view.addresses?.join("\n") ?? "",
  severity: view.severity,
  enabled: view.enabled,
  reportsOnly: view.reportsOnly ?? false,
});

/** The body to put; what is left empty is left out, and stays as it is. */
export function destinationBody(draft: DestinationDraft): Record<string, unknown> {
  const { name, kind, url, addresses, severity, enabled, reportsOnly } = draft;
  const lines = addresses
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return {
    kind,
    severity,
    enabled,
    ...(name.trim() !== "" && { name: name.trim() }),
    ...(kind !== "email" && url.trim() !== "" && { url: url.trim() }),
    ...(kind === "email" && { reportsOnly }),
    ...(kind === "email" && lines.length > 0 && { addresses: lines }),
  };
}
