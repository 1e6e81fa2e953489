import type { ReactNode } from "react";
import { KpiCard } from "./KpiCard";

interface Props {
  readonly title: string;
  readonly note: string;
  readonly value: string;
  readonly unit?: string;
  readonly detail: string;
  readonly tip?: string;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** A plain figure. */
export function FigureKpi({ title, note, value, unit, detail, tip, testId, children }: Props) {
  const score = (
    <div className="score">
      <span className="score-value" data-testid={testId}>
        {value}
      </span>{" "}
      {unit !== undefined && <span className="score-margin">{unit}</span>}
    </div>
  );
  return (
    <KpiCard title={title} note={note} value={score} detail={<span title={tip}>{detail}</span>}>
      {children}
    </KpiCard>
  );
}
