import { pluralOf } from "../plural";

export const plural = pluralOf<"one" | "other">("en");
