import type { ApolloClient } from "@apollo/client";
import { MeetingHeadDocument, type MeetingRowFragment, MeetingsDocument } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { useCoalition } from "../coalitions/coalition.ts";

/** The last number of the log before something is read, so that nothing falls between the read and the stream. */
export async function readHead(client: ApolloClient, slug: string): Promise<number> {
  const { data } = await client.query({ query: MeetingHeadDocument, variables: { slug }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no coalition.");
  return data.coalition.sequence;
}

interface Read {
  readonly meetings: readonly MeetingRowFragment[];
  readonly asOfSequence: number;
}

async function readMeetings(client: ApolloClient, coalitionId: string, slug: string): Promise<Read> {
  const asOfSequence = await readHead(client, slug);
  const { data } = await client.query({ query: MeetingsDocument, variables: { coalitionId }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no meetings.");
  return { meetings: data.meetings, asOfSequence };
}

interface Loaded {
  readonly meetings: readonly MeetingRowFragment[] | null;
  readonly failed: boolean;
  readonly reload: () => Promise<number>;
}

/** Meetings of the coalition, newest first, read again when one changes. */
export function useMeetings(): Loaded {
  const { client, coalitionId } = useScope();
  const { slug } = useCoalition();
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = useCallback(async () => {
    const fresh = await readMeetings(client, coalitionId, slug);
    setRead(fresh);
    return fresh.asOfSequence;
  }, [client, coalitionId, slug]);
  useEffect(() => {
    readMeetings(client, coalitionId, slug).then(setRead, () => setFailed(true));
  }, [client, coalitionId, slug]);
  useFollow(read?.asOfSequence, ({ target, type }) => target.type === "Meeting" || type.startsWith("MEETING_"), reload);
  return { meetings: read?.meetings ?? null, failed: failed && !read, reload };
}
