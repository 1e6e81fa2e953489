import type { Role } from "../../api/views";

const roles: Record<Role, string> = {
  viewer: "Viewer",
  agent: "Agent",
  manager: "Manager",
  administrator: "Administrator",
};

const roleHints: Record<Role, string> = {
  viewer: "Sees customers, scores and alerts, changes nothing.",
  agent: "The same, and takes, snoozes and resolves alerts.",
  manager:
    "The same, and defines surveys, segments, settings, alert rules, destinations, reports and wall links, and states consents.",
  administrator: "Everything: users, keys, connections, erasing, exports and the audit log.",
};

/** The words of users, roles and one's own account. */
export const access = {
  forbidden: "This page is not for you",
  forManagers: "Only managers and administrators may open it.",
  forAdministrators: "Only administrators may open it.",
  users: "Users",
  usersHint: "Who signs in here with name and password. Another role, a new password or disabling ends all sign-ins.",
  noUsers: "Nobody yet: only keys open this workspace.",
  addUser: "Add a user",
  add: "Add",
  name: "Name to sign in with",
  nameHint: "Letters a to z, digits and . - _ + @; an e-mail address will do.",
  nameMissing: "A name is needed.",
  nameTaken: "There is a user of this name already.",
  displayName: "Name that others see",
  role: "Role",
  roles,
  roleHints,
  password: "Password",
  passwordHint: "12 to 128 characters.",
  newPasswordOf: (name: string) => `New password of ${name}`,
  setPassword: "Set password",
  signOutEverywhere: "Sign out everywhere",
  disable: "Disable",
  enable: "Enable",
  disabled: "Disabled",
  remove: "Remove",
  removeAsk: (name: string) => `Remove the user ${name}?`,
  you: "You",
  created: "added",
  account: "My account",
  noAccount: "You signed in with a key",
  noAccountHint: "A key has no password of its own. Who signs in by name finds the password and the sign-ins here.",
  changePassword: "Change password",
  currentPassword: "Password until now",
  newPassword: "New password",
  passwordChanged: "Changed. All other sign-ins have ended.",
  signOutEverywhereHint: "Ends all your sign-ins, on every device, this one too.",
};
