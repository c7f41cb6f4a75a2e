import { useQuery } from "@apollo/client/react";
import { AgreementPartnersDocument } from "@wijkbord/schema/operations";
import { type Member, type Organisation, useCoalition } from "../coalitions/coalition.ts";

interface Partners {
  /** Organisations that can sign: partners, no departments, none with observers alone. */
  readonly organisations: readonly Organisation[];
  /** Members of the own organisation with the right to hold a mandate. */
  readonly signers: readonly Member[];
}

/** Who can sign agreements in the open coalition. */
export function usePartners(): Partners {
  const { slug, organisations, members, viewer } = useCoalition();
  const { data } = useQuery(AgreementPartnersDocument, { variables: { slug }, fetchPolicy: "no-cache" });
  const people = data?.coalition.members ?? [];
  const departments = new Set(data?.coalition.organisations.flatMap(({ id, parentId }) => (parentId ? [id] : [])));
  const observing = (id: string) => {
    const own = people.filter(({ organisationId }) => organisationId === id);
    return own.length > 0 && own.every(({ accessRole }) => accessRole === "OBSERVER");
  };
  return {
    organisations: [...organisations.values()].filter(({ id, leftOn }) => leftOn === null && !departments.has(id) && !observing(id)),
    signers: people
      .filter(
        ({ organisationId, accessRole, capabilities }) =>
          organisationId === viewer.organisationId && accessRole !== "OBSERVER" && capabilities.includes("SIGN"),
      )
      .flatMap(({ id }) => members.get(id) ?? []),
  };
}
