import { useId, type ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled panel; a landmark of its own for screen readers. */
export function Card({ title, note, className = "", children }: Props) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <div className="card-note">{note}</div>}
      </header>
      {children}
    </section>
  );
}
