import type { ComponentProps, ReactNode } from "react";
import "./Chip.css";

type ChipProps = ComponentProps<"button"> & { readonly pressed?: boolean };

/** A filter that is on or off. */
export function Chip({ pressed = false, className = "", ...rest }: ChipProps) {
  return <button type="button" className={`chip ${className}`} aria-pressed={pressed} {...rest} />;
}

export type Tone = "neutral" | "info" | "warning" | "negative" | "positive";

/** A state: icon, word and colour together. */
export function Badge({ tone, icon, children }: { readonly tone: Tone; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
