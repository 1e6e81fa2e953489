import { useEffect, type ReactNode } from "react";
import { texts } from "../texts";

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The page's heading with its controls; names the browser's tab too. */
export function PageHead({ title, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${texts.page.product}`;
  }, [title]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
