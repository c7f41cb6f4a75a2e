import { CombinedGraphQLErrors } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { AgreementPageDocument, type AgreementPageQuery } from "@wijkbord/schema/operations";
import { createContext, use, useCallback } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useFollow } from "../activity/useFollow.ts";

export type Agreement = AgreementPageQuery["agreement"];
export type Version = Agreement["versions"][number];
export type SignOff = Version["signOffs"][number];
export type Objection = Version["objections"][number];
export type Mandate = AgreementPageQuery["mandates"][number];

interface Loaded {
  readonly agreement: Agreement | null;
  readonly mandates: readonly Mandate[];
  readonly state: "loading" | "failed" | "unknown" | "ready";
  readonly reload: () => Promise<number>;
}

/** Whether the hub says that something does not exist, or is not for this person. */
export const isUnknown = (error: unknown) => CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.["code"] === "NOT_FOUND");

/** Everything of one agreement, read again whenever the log says that it changed. */
export function useAgreement(number: string): Loaded {
  const { id: coalitionId } = useCoalition();
  const digits = Number(/^PA-(\d{1,9})$/i.exec(number)?.[1] ?? 0);
  const { data, error, refetch } = useQuery(AgreementPageDocument, { variables: { coalitionId, number: digits }, skip: digits === 0, fetchPolicy: "no-cache" });
  const agreement = data?.agreement ?? null;
  const reload = useCallback(async () => (await refetch()).data?.agreements.asOfSequence ?? 0, [refetch]);
  useFollow(
    data?.agreements.asOfSequence,
    ({ target, type }) => target.id === agreement?.id || target.id === agreement?.source?.agreementId || type.startsWith("MANDATE_"),
    reload,
  );
  const state = agreement ? "ready" : digits === 0 || isUnknown(error) ? "unknown" : error ? "failed" : "loading";
  return { agreement, mandates: data?.mandates ?? [], state, reload };
}

interface OpenAgreement {
  readonly agreement: Agreement;
  readonly mandates: readonly Mandate[];
  /** Version that is shown. */
  readonly version: Version | null;
  readonly reload: () => Promise<number>;
}

export const AgreementContext = createContext<OpenAgreement | null>(null);

/** The agreement of the page. */
export function useOpenAgreement(): OpenAgreement {
  const open = use(AgreementContext);
  if (!open) throw new Error("No agreement is open here.");
  return open;
}
