import { useEffect, useEffectEvent } from "react";
import type { HubEvent } from "./eventStore.ts";
import { useScope } from "./scope.ts";

/** Reads again when the log brings something that concerns the page; several events in a row make one read. */
export function useFollow(asOfSequence: number | undefined, concerns: (event: HubEvent) => boolean, reload: () => Promise<number>): void {
  const { events } = useScope();
  const isRelevant = useEffectEvent(concerns);
  const read = useEffectEvent(reload);
  const ready = asOfSequence !== undefined;
  const join = useEffectEvent((follower: Parameters<typeof events.join>[0]) => events.join(follower, asOfSequence ?? 0));
  useEffect(() => {
    if (!ready) return undefined;
    let running = false;
    let again = false;
    const run = async () => {
      again = running;
      if (running) return;
      running = true;
      // A read that fails leaves what stands; the connection chip tells, and the next event reads again.
      await read().catch(() => undefined);
      running = false;
      if (again) void run();
    };
    const follower = {
      apply(batch: readonly HubEvent[]) {
        if (batch.some((event) => isRelevant(event))) void run();
      },
      resync: () => read(),
    };
    join(follower);
    return () => events.leave(follower);
  }, [events, ready]);
}
