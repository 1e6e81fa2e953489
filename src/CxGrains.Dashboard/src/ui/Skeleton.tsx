import { texts } from "../texts";

/** A grey shape of the height that the content will have, so that nothing moves when it comes. */
export function Skeleton({ heightRem }: { readonly heightRem: number }) {
  return (
    <div className="skeleton" style={{ blockSize: `${heightRem}rem` }} role="status" aria-label={texts.page.loading} />
  );
}
