export { CxClient } from "./client.js";
export { CxError } from "./error.js";
export type { Interaction, Rejection } from "./interaction.js";
export type { CxClientOptions } from "./options.js";
