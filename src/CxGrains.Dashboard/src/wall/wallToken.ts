const path = "/wall";
const prefix = "#cw_";

/** What a wall link ends with; undefined where the address is no wall link. It stands behind the #, which browsers send to nobody. */
export const wallToken = (address: { readonly pathname: string; readonly hash: string }): string | undefined =>
  address.pathname === path && address.hash.startsWith(prefix) ? address.hash.slice(1) : undefined;
