import { HandoverWorkDocument, type HandoverWorkQuery } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";

export type HandoverItem = HandoverWorkQuery["handoverOf"]["items"][number];
/** A request that waits for the answer of the own organisation. */
export interface Incoming {
  readonly id: string;
  readonly version: number;
  /** The task, role or agreement. */
  readonly aboutId: string;
  readonly title: string;
  readonly number: string | null;
  readonly fromOrganisationId: string | null;
  readonly reason: string | null;
}
interface Work {
  readonly items: readonly HandoverItem[];
  readonly openCount: number;
  readonly waitingCount: number;
  readonly incoming: readonly Incoming[];
  readonly asOfSequence: number;
}

function incomingOf({ attention, handovers }: HandoverWorkQuery): Incoming[] {
  return attention.items.flatMap(({ kind, objectId, objectVersion, aboutId, title, number }) => {
    const request = handovers.find(({ id }) => id === objectId);
    if (kind !== "HANDOVER_ASKED" || objectVersion === null) return [];
    return [
      {
        id: objectId,
        version: objectVersion,
        aboutId,
        title,
        number,
        fromOrganisationId: request?.fromOrganisationId ?? null,
        reason: request?.reason ?? null,
      },
    ];
  });
}

async function readWork({ client, coalitionId }: HubScope, organisationId: string): Promise<Work> {
  const { data } = await client.query({ query: HandoverWorkDocument, variables: { coalitionId, organisationId }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub did not say what is held.");
  return { ...data.handoverOf, incoming: incomingOf(data), asOfSequence: data.attention.asOfSequence };
}

const concerns = /^(ROLE|SEAT|HANDOVER|ASSIGNMENT|MEMBERSHIP|AGREEMENT|TASK)_/;

/** What an organisation holds and what it is asked to take over, read again when that changes. */
export function useHandovers(organisationId: string) {
  const scope = useScope();
  const [work, setWork] = useState<Work | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readWork(scope, organisationId).then(setWork, () => setFailed(true));
  }, [scope, organisationId]);
  const reload = useCallback(async () => {
    const read = await readWork(scope, organisationId);
    setWork(read);
    return read.asOfSequence;
  }, [scope, organisationId]);
  useFollow(work?.asOfSequence, ({ type }) => concerns.test(type), reload);
  return { work, failed: failed && !work, reload };
}
