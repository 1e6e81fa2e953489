import type { ConsentState, Purpose } from "../api/privacy";
import type { CustomerView } from "../api/customerViews";

/** The last word on a purpose. */
export function stateOf(view: Pick<CustomerView, "consents">, purpose: Purpose): ConsentState {
  const stated = view.consents.find((consent) => consent.purpose === purpose);
  return stated === undefined ? "unknown" : stated.granted ? "granted" : "denied";
}
