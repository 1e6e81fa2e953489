import type { ConsentState, Purpose } from "../../api/privacy";
import type { ConsentDefault } from "../../api/settings";

const purposes: Record<Purpose, string> = { analytics: "Analytics", contact: "Contact", testimonial: "Testimonial" };

const purposeHints: Record<Purpose, string> = {
  analytics: "Scores, timeline and risk alerts. Without it the customer is only counted.",
  contact: "May be written to or called.",
  testimonial: "May be quoted to others.",
};

const states: Record<ConsentState, string> = { granted: "Granted", denied: "Denied", unknown: "Never asked" };

const defaults: Record<ConsentDefault, string> = { granted: "are profiled", denied: "are only counted" };

/** The words of consent, export and the audit log. */
export const privacy = {
  auditTitle: "Audit log",
  auditHint:
    "Who read or changed what of customers. Customers are kept as keyed hashes: whoever knows an id finds its entries.",
  customer: "Customer’s id",
  action: "Action, such as customer.read",
  by: "Key’s id, or user:name",
  search: "Show",
  when: "When",
  who: "Who",
  what: "What",
  whom: "Customer",
  detail: "Detail",
  from: "From",
  older: "Older",
  newest: "Newest",
  empty: "Nothing is written down that fits.",
  privacy: "Privacy",
  purposes,
  purposeHints,
  states,
  grant: "Grant",
  deny: "Deny",
  export: "Everything known, as a file",
  counted: "This customer does not consent to analytics: it is counted, and not profiled.",
  defaultLabel: "Customers who never spoke of analytics",
  defaults,
  defaultHint: "Without profile there are no scores, timeline, risk alerts or comments; totals count everyone.",
  days: {
    tombstoneDays: "Nothing brings an erased customer back, days",
    commentDays: "Comments are kept, days",
    timelineDays: "Timelines go back, days",
  },
  daysHints: {
    tombstoneDays: "1 to 730. Its id may begin anew after that.",
    commentDays: "0 to 3,650. 0: as long as the answer.",
    timelineDays: "0 to 3,650. 0: as far as their 50 entries reach.",
  },
  erase: "Erase",
  eraseWhat:
    "The customer goes for good: its profile, timeline, consents, comments and alerts, and messages about it. What was counted of days gone stays, without its id, and what is sent of it again has no effect for as long as the settings say.",
  eraseType: (id: string) => `Type “${id}” to confirm`,
  eraseNow: "Erase for good",
  erasing: "Erasing…",
  erased: { done: "The customer is erased.", soon: "The customer is being erased; it leaves the list in a moment." },
};
