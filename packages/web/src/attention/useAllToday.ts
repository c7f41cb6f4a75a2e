import { AttentionOfDocument, type AttentionOfQuery } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import type { Hat, Me } from "../accounts/session.ts";
import { EventStore } from "../activity/eventStore.ts";
import { socketUrl } from "../activity/scope.ts";
import { hubClient } from "../apollo/client.ts";

/** What waits in one coalition, as seen with one membership. */
export interface HatToday {
  readonly hat: Hat;
  readonly data: AttentionOfQuery;
}

/** A person has ten sockets for all pages; further memberships are read when the page is looked at again. */
const followed = 4;
/** Several changes at once are one read. */
const together = 150;

async function readHat(hat: Hat): Promise<HatToday> {
  const { data } = await hubClient(hat.id).query({
    query: AttentionOfDocument,
    variables: { coalitionId: hat.coalitionId, slug: hat.coalition.slug },
    fetchPolicy: "no-cache",
  });
  if (!data) throw new Error("The hub did not say what waits.");
  return { hat, data };
}

/** Reads a membership again whenever its coalition changes; stops when it is called. */
function followHat({ hat, data }: HatToday, take: (today: HatToday) => void): () => void {
  const events = new EventStore(hat.coalitionId, { url: socketUrl(), connectionParams: { membership: hat.id } });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = async () => {
    const today = await readHat(hat);
    take(today);
    return today.data.attention.asOfSequence;
  };
  const soon = () => {
    clearTimeout(timer);
    // A read that fails leaves what stands; the next change reads again.
    timer = setTimeout(() => void read().catch(() => undefined), together);
  };
  events.join({ apply: soon, resync: read }, data.attention.asOfSequence);
  return () => {
    clearTimeout(timer);
    events.stop();
  };
}

/** What waits on the person in all its coalitions, live. */
export function useAllToday(me: Me | null): { readonly all: readonly HatToday[] | null; readonly failed: boolean; readonly retry: () => void } {
  const [all, setAll] = useState<readonly HatToday[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!me) return undefined;
    let left = false;
    let stops: (() => void)[] | null = null;
    const take = (today: HatToday) => left || setAll((before) => before && before.map((each) => (each.hat.id === today.hat.id ? today : each)));
    const show = (found: readonly HatToday[]) => {
      if (left) return;
      setAll(found);
      setFailed(false);
      stops ??= found.slice(0, followed).map((today) => followHat(today, take));
    };
    const read = () => {
      Promise.all(me.memberships.map(readHat)).then(show, () => left || setFailed(true));
    };
    const look = () => document.visibilityState === "visible" && read();
    read();
    document.addEventListener("visibilitychange", look);
    return () => {
      left = true;
      for (const stop of stops ?? []) stop();
      document.removeEventListener("visibilitychange", look);
    };
  }, [me, attempt]);
  return { all, failed: failed && !all, retry: () => setAttempt((count) => count + 1) };
}

/** Lines that wait on the person or its organisation. */
export const waitingIn = ({ data }: HatToday) => data.attention.items.filter(({ reach }) => reach !== "COALITION");
