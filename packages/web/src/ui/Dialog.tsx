import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useWords } from "../language/words.ts";
import { IconButton } from "./Button.tsx";
import "./Dialog.css";
import { uiWords } from "./words.ts";

/** What gets the focus first: the chosen one, else the first field, else the heading's close button. */
const firstControl = (dialog: HTMLDialogElement) =>
  dialog.querySelector<HTMLElement>("input:checked") ?? dialog.querySelector<HTMLElement>("textarea, input, select");

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons below; the one that goes on stands last. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** A modal window; on a phone a sheet from below. Focus returns to where it was. It stands outside the page, which may be out of reach. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const t = useWords(uiWords);
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    if (dialog) firstControl(dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return createPortal(
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header>
          <h2 id={heading}>{title}</h2>
          <IconButton label={t("close")} onClick={onClose}>
            <X size={18} aria-hidden />
          </IconButton>
        </header>
        {children}
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>,
    document.body,
  );
}
