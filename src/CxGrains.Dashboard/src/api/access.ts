import type { Role } from "./views";

/** Somebody who signs in with name and password. */
export interface UserView {
  readonly name: string;
  readonly displayName?: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly created: string;
}

/** A link that shows the overview, and nothing else, to whoever opens it. */
export interface WallLink {
  readonly id: string;
  readonly name: string;
  readonly segment?: string;
  readonly window?: string;
  readonly createdBy: string;
  readonly created: string;
  readonly expires?: string;
}

export interface WallLinkList {
  readonly links: readonly WallLink[];
}

/** With the path that opens it, shown this once. */
export interface CreatedWallLink {
  readonly path: string;
  readonly link: WallLink;
}

export interface UserList {
  readonly users: readonly UserView[];
}
