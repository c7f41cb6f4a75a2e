import type { ApolloClient } from "@apollo/client";
import { LatestActivityDocument, type LatestActivityQuery, TodayDocument, type TodayQuery } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";

export type AttentionItem = TodayQuery["attention"]["items"][number];
export type Tile = TodayQuery["tiles"][number];
export type ActivityEvent = LatestActivityQuery["activity"]["events"][number];

/** What Vandaag shows, read together. */
export interface Today {
  readonly items: readonly AttentionItem[];
  readonly tiles: readonly Tile[];
  readonly events: readonly ActivityEvent[];
  readonly headSequence: number;
  readonly asOfSequence: number;
}

const shownEvents = 30;

async function readEvents(client: ApolloClient, coalitionId: string): Promise<LatestActivityQuery["activity"]> {
  const { data } = await client.query({ query: LatestActivityDocument, variables: { coalitionId, first: shownEvents }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no activity.");
  return data.activity;
}

async function readToday({ client, coalitionId }: HubScope): Promise<Today> {
  const [{ data }, { events, headSequence }] = await Promise.all([
    client.query({ query: TodayDocument, variables: { coalitionId }, fetchPolicy: "no-cache" }),
    readEvents(client, coalitionId),
  ]);
  if (!data) throw new Error("The hub gave nothing for today.");
  const { attention, tiles } = data;
  return {
    items: attention.items,
    tiles,
    events: events.toSorted((one, other) => other.sequence - one.sequence),
    headSequence,
    asOfSequence: attention.asOfSequence,
  };
}

interface Loaded {
  readonly today: Today | null;
  readonly failed: boolean;
  readonly reload: () => Promise<number>;
}

/** What waits and what happened, read again when anything changes. */
export function useTodayRead(): Loaded {
  const scope = useScope();
  const [today, setToday] = useState<Today | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = useCallback(async () => {
    const read = await readToday(scope);
    setToday(read);
    setFailed(false);
    return read.asOfSequence;
  }, [scope]);
  useEffect(() => {
    readToday(scope).then(setToday, () => setFailed(true));
  }, [scope]);
  useFollow(today?.asOfSequence, () => true, reload);
  return { today, failed: failed && !today, reload };
}
