import { texts } from "../texts";
import { Chip } from "./Chip";

/** Says of a card that it is about all customers, where the page around it is about some of them. */
export function OfAll({ isShown }: { readonly isShown: boolean }) {
  return isShown ? <Chip>{texts.overview.ofAll}</Chip> : null;
}
