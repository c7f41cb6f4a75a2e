import { AttentionOfDocument, type AttentionOfQuery } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import type { Hat, Me } from "../accounts/session.ts";
import { hubClient } from "../apollo/client.ts";

/** What waits in one coalition, as seen with one membership. */
export interface HatToday {
  readonly hat: Hat;
  readonly data: AttentionOfQuery;
}

async function readHat(hat: Hat): Promise<HatToday> {
  const { data } = await hubClient(hat.id).query({
    query: AttentionOfDocument,
    variables: { coalitionId: hat.coalitionId, slug: hat.coalition.slug },
    fetchPolicy: "no-cache",
  });
  if (!data) throw new Error("The hub did not say what waits.");
  return { hat, data };
}

/** What waits on the person in all its coalitions, read again when the page is looked at again. */
export function useAllToday(me: Me | null): { readonly all: readonly HatToday[] | null; readonly failed: boolean; readonly retry: () => void } {
  const [all, setAll] = useState<readonly HatToday[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!me) return undefined;
    let left = false;
    const read = () => {
      Promise.all(me.memberships.map(readHat)).then(
        (found) => left || (setAll(found), setFailed(false)),
        () => left || setFailed(true),
      );
    };
    const look = () => document.visibilityState === "visible" && read();
    read();
    document.addEventListener("visibilitychange", look);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", look);
    };
  }, [me, attempt]);
  return { all, failed: failed && !all, retry: () => setAttempt((count) => count + 1) };
}

/** Lines that wait on the person or its organisation. */
export const waitingIn = ({ data }: HatToday) => data.attention.items.filter(({ reach }) => reach !== "COALITION");
