import type { ComponentProps } from "react";
import "./Button.css";

type ButtonProps = ComponentProps<"button"> & {
  /** One primary button per screen. */
  readonly look?: "primary" | "plain" | "quiet" | "danger";
  readonly small?: boolean;
};

/** A button with a verb on it. */
export function Button({ look = "plain", small = false, className = "", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={`button ${className}`} data-look={look} data-small={small || undefined} {...rest} />;
}

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { readonly label: string };

/** A button that shows only an icon; its name is read out and shown as a hint. */
export function IconButton({ label, className = "", ...rest }: IconButtonProps) {
  return <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest} />;
}
