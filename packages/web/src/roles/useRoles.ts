import { RolesDocument } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import type { Role } from "./roleFacts.ts";

interface Read {
  readonly roles: readonly Role[];
  readonly asOfSequence: number;
}

async function readRoles({ client, coalitionId }: HubScope): Promise<Read> {
  const { data } = await client.query({ query: RolesDocument, variables: { coalitionId }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no roles.");
  return data.roles;
}

interface Loaded {
  readonly roles: readonly Role[] | null;
  readonly asOfSequence: number;
  readonly failed: boolean;
  readonly reload: () => Promise<number>;
}

/** Every role of the coalition, read again when one changes. */
export function useRoles(): Loaded {
  const scope = useScope();
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readRoles(scope).then(setRead, () => setFailed(true));
  }, [scope]);
  const reload = useCallback(async () => {
    const roles = await readRoles(scope);
    setRead(roles);
    return roles.asOfSequence;
  }, [scope]);
  useFollow(read?.asOfSequence, ({ type, target }) => target.type === "CoalitionRole" || /^(ROLE|SEAT|HANDOVER|MEMBERSHIP|PARTNER)_/.test(type), reload);
  return { roles: read?.roles ?? null, asOfSequence: read?.asOfSequence ?? 0, failed: failed && !read, reload };
}
