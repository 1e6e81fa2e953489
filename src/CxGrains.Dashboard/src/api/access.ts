import type { Role, Scope } from "./views";

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

/** A key as it may be shown: never the key itself. */
export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly created: string;
  /** Whether the reader is signed in with it. */
  readonly current: boolean;
}

export interface KeyList {
  readonly keys: readonly KeyView[];
}

/** A new key, shown this once. */
export interface CreatedKey {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}
