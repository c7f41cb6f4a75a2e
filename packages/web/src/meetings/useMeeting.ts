import type { ApolloClient } from "@apollo/client";
import { MeetingPageDocument, type MeetingPageQuery } from "@wijkbord/schema/operations";
import { createContext, use, useCallback, useEffect, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useLanguage } from "../language/language.ts";
import { readHead } from "./useMeetings.ts";

export type Meeting = MeetingPageQuery["meeting"];
export type Point = Meeting["agenda"][number];
export type Decision = Meeting["decisions"][number];
export type Promised = Meeting["promises"][number];

interface Read {
  readonly meeting: Meeting;
  readonly asOfSequence: number;
}

async function readMeeting(client: ApolloClient, slug: string, variables: { readonly id: string; readonly locale: string }): Promise<Read> {
  const asOfSequence = await readHead(client, slug);
  const { data } = await client.query({ query: MeetingPageDocument, variables, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no meeting.");
  return { meeting: data.meeting, asOfSequence };
}

interface Loaded {
  readonly meeting: Meeting | null;
  readonly failed: boolean;
  readonly reload: () => Promise<number>;
}

/** Everything of one meeting, read again whenever something of the coalition changes. */
export function useMeeting(id: string): Loaded {
  const { client } = useScope();
  const { slug } = useCoalition();
  const locale = useLanguage();
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = useCallback(async () => {
    const fresh = await readMeeting(client, slug, { id, locale });
    setRead(fresh);
    return fresh.asOfSequence;
  }, [client, slug, id, locale]);
  useEffect(() => {
    readMeeting(client, slug, { id, locale }).then(setRead, () => setFailed(true));
  }, [client, slug, id, locale]);
  useFollow(read?.asOfSequence, () => true, reload);
  const meeting = read?.meeting.id === id ? read.meeting : null;
  return { meeting, failed: failed && !meeting, reload };
}

/** The meeting of the page, and how to read it again at once. */
export type OpenMeeting = Meeting & { readonly reload: () => Promise<number> };

export const MeetingContext = createContext<OpenMeeting | null>(null);

/** The meeting of the page. */
export function useOpenMeeting(): OpenMeeting {
  const meeting = use(MeetingContext);
  if (!meeting) throw new Error("No meeting is open here.");
  return meeting;
}
