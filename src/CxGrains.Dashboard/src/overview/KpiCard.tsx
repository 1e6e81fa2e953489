import type { ReactNode } from "react";
import { Card } from "../ui/Card";

interface Props {
  readonly title: string;
  /** What the title stands for, where it is an abbreviation. */
  readonly tip?: string;
  readonly note: string;
  readonly value: ReactNode;
  readonly detail: ReactNode;
  /** A small drawing below. */
  readonly children?: ReactNode;
}

/** One figure that says how we are; all of these cards have the same height whatever they hold. */
export function KpiCard({ title, tip, note, value, detail, children }: Props) {
  return (
    <Card title={title} tip={tip} note={note} className="kpi">
      {value}
      <p className="kpi-detail">{detail}</p>
      <div className="kpi-foot">{children}</div>
    </Card>
  );
}
