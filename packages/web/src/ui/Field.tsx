import { cloneElement, type ReactElement, useId } from "react";
import "./Field.css";

interface Control {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}
interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly hideLabel?: boolean;
  /** One input, select or textarea. */
  readonly children: ReactElement<Control>;
}

/** What is wrong with a field, in words. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: string }) {
  return (
    <p id={id} className="field-error" role="alert">
      {children}
    </p>
  );
}

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, hideLabel = false, children }: FieldProps) {
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control: Control = { id, "aria-invalid": Boolean(error), ...(notes && { "aria-describedby": notes }) };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? "hidden-text" : undefined}>
        {label}
      </label>
      {cloneElement(children, control)}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
