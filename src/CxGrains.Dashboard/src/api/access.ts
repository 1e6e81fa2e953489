import type { Role } from "./views";

/** Somebody who signs in with name and password. */
export interface UserView {
  readonly name: string;
  readonly displayName?: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly created: string;
}

export interface UserList {
  readonly users: readonly UserView[];
}
