import type { ReactNode } from "react";
import { Link } from "react-router";
import { useIsWall } from "../session/useSession";

interface Props {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to another page; on a wall, where there is no other, it only says what it is. */
export function WayTo({ to, className, children }: Props) {
  return useIsWall() ? (
    <span className={className}>{children}</span>
  ) : (
    <Link className={className} to={to}>
      {children}
    </Link>
  );
}
