/** The words of wall links, and of the page that they open. */
export const wall = {
  links: "Wall links",
  make: "Make a wall link",
  hint: "A link shows the overview, with the names it shows of customers, to whoever opens it; it leads to no other page and changes nothing. Revoking it ends what it shows within seconds.",
  nameHint: "Such as the place of the screen.",
  none: "There are no wall links.",
  once: "Copy it now: it is shown only this once. Whoever opens it is signed out in that browser, so open it on the screen itself.",
  endsAfter: "Ends after",
  endsNever: "Never ends",
  ends: (when: string) => `ends ${when}`,
  madeBy: (name: string) => `made by ${name}`,
  revoke: "Revoke",
  revokeAsk: (name: string) => `Revoke the link “${name}”? Its screen goes dark.`,
  closed: "This link was revoked or has ended.",
  leave: "Sign in",
};
