import { useEffect, useEffectEvent } from "react";
import { announceRecent } from "../ui/announcer.ts";
import { runToastAction } from "../ui/Toasts.tsx";

const typing = "input, textarea, select, [contenteditable], dialog, [role=menu]";

/** Single letters for the whole page; they rest while somebody types. */
export function usePageKeys(acts: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(typing)) return;
    if (event.shiftKey && event.key === "L") return announceRecent();
    const known = event.key === "z" ? runToastAction : acts[event.key];
    if (!known) return;
    event.preventDefault();
    known();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
