import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the panel under its heading. */
export function Section({ title, note, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {note && <span className="quiet">{note}</span>}
        {action}
      </header>
      {children}
    </section>
  );
}
