import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useWords } from "../language/words.ts";
import { announce } from "./announcer.ts";
import { IconButton } from "./Button.tsx";
import "./Toasts.css";
import { uiWords } from "./words.ts";

export interface Toast {
  readonly text: string;
  readonly tone?: "plain" | "problem";
  readonly action?: { readonly label: string; readonly key?: string; readonly run: () => void };
}

const shownFor = 8_000;
let current: (Toast & { readonly id: number }) | null = null;
let count = 0;
const listeners = new Set<() => void>();

function set(next: typeof current): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Shows one message at a time and reads it out. */
export function showToast(toast: Toast): void {
  set({ ...toast, id: (count += 1) });
  announce(toast.tone === "problem" ? "problem" : "own", toast.text);
}

/** Takes the message away, for example when its act is done. */
export const hideToast = (): void => set(null);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Does the act of the message that is shown; false without one. */
export function runToastAction(): boolean {
  const action = current?.action;
  if (!action) return false;
  hideToast();
  action.run();
  return true;
}

/** Where messages appear; a message stays while it is hovered or has focus. */
export function Toasts() {
  const t = useWords(uiWords);
  const toast = useSyncExternalStore(subscribe, () => current);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return undefined;
    const timer = setTimeout(hideToast, shownFor);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <section className="toasts" aria-label={t("messages")}>
      {toast && (
        <div
          key={toast.id}
          className="toast"
          data-tone={toast.tone ?? "plain"}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{toast.text}</span>
          {toast.action && (
            <button type="button" className="toast-action" onClick={runToastAction}>
              {toast.action.label}
              {toast.action.key && <kbd className="key">{toast.action.key}</kbd>}
            </button>
          )}
          <IconButton label={t("close")} onClick={hideToast}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
    </section>
  );
}
