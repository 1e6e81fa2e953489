import type { Role } from "../api/views";
import { texts } from "../texts";

/** The roles, from the one that may least. */
export const roles: readonly Role[] = ["viewer", "agent", "manager", "administrator"];

export const roleOptions = () => roles.map((value) => ({ value, text: texts.access.roles[value] }));
