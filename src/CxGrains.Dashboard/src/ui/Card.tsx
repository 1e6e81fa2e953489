import { useId, type ReactNode } from "react";

interface Props {
  readonly title: string;
  /** What the title stands for, where it is an abbreviation. */
  readonly tip?: string | undefined;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled panel; a landmark of its own for screen readers. */
export function Card({ title, tip, note, className = "", children }: Props) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id} title={tip}>
          {title}
        </h2>
        {note !== undefined && <div className="card-note">{note}</div>}
      </header>
      {children}
    </section>
  );
}
