import { ApolloClient } from "@apollo/client";
import { hubCache } from "./cache.ts";
import { trustedLink } from "./trustedLink.ts";

/** A client that acts with one membership, or with none before one is chosen. */
export const hubClient = (membershipId: string | null, onKept?: (at: Date) => void): ApolloClient =>
  new ApolloClient({ link: trustedLink(membershipId, onKept), cache: hubCache() });
