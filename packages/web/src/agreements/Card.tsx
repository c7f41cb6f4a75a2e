import { type ReactNode, useId } from "react";

interface CardProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One white part of the page under its heading. */
export function Card({ title, note, action, className = "", children }: CardProps) {
  const id = useId();
  return (
    <section className={`agreement-card ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="quiet">{note}</span>}
        {action && <div className="card-action">{action}</div>}
      </header>
      {children}
    </section>
  );
}
