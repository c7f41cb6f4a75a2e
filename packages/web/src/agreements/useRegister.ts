import type { ApolloClient } from "@apollo/client";
import { AgreementRegisterDocument, type AgreementRegisterQuery, type AgreementRowFragment } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";

export type Row = AgreementRowFragment;
interface Register {
  readonly rows: readonly Row[] | null;
  readonly failed: boolean;
  readonly reload: () => Promise<number>;
}

async function readPage(client: ApolloClient, coalitionId: string, after: string | null): Promise<AgreementRegisterQuery["agreements"]> {
  const { data } = await client.query({ query: AgreementRegisterDocument, variables: { coalitionId, after }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no register.");
  return data.agreements;
}

async function readAll({ client, coalitionId }: HubScope) {
  const rows: Row[] = [];
  let after: string | null = null;
  let asOfSequence = Number.POSITIVE_INFINITY;
  do {
    const page = await readPage(client, coalitionId, after);
    rows.push(...page.nodes);
    asOfSequence = Math.min(asOfSequence, page.asOfSequence);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { rows, asOfSequence };
}

/** Every agreement of the coalition, page after page, read again when one changes. */
export function useRegister(): Register {
  const scope = useScope();
  const [read, setRead] = useState<{ rows: readonly Row[]; asOfSequence: number } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readAll(scope).then(setRead, () => setFailed(true));
  }, [scope]);
  const reload = useCallback(async () => {
    const all = await readAll(scope);
    setRead(all);
    return all.asOfSequence;
  }, [scope]);
  useFollow(read?.asOfSequence, ({ target }) => target.type === "ProcessAgreement", reload);
  return { rows: read?.rows ?? null, failed: failed && !read, reload };
}
