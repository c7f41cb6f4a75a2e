import { useSyncExternalStore } from "react";
import { dayOf } from "./dates.ts";

const minute = 60_000;

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minute);
  return () => clearInterval(timer);
}

const thisMinute = () => Math.floor(Date.now() / minute) * minute;

/** The present moment, renewed every minute. */
export const useNow = (): Date => new Date(useSyncExternalStore(everyMinute, thisMinute));
/** The calendar day of today in the Netherlands. */
export const useToday = (): string => useSyncExternalStore(everyMinute, () => dayOf(new Date()));
