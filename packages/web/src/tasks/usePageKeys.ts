import { useEffect, useEffectEvent } from "react";
import { isLetterKey } from "../search/letterKeys.ts";
import { runToastAction } from "../ui/Toasts.tsx";

/** Single letters for the whole page; they rest while somebody types. */
export function usePageKeys(acts: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isLetterKey(event)) return;
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
