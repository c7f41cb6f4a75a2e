import { useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import { outboxOf } from "./outbox.ts";
import type { Waiting } from "./waiting.ts";

/** The changes that wait on this device. */
export function useWaiting(): readonly Waiting[] {
  const outbox = outboxOf(useScope());
  return useSyncExternalStore(outbox.subscribe, outbox.get);
}
