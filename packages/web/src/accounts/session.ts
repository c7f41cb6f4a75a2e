import type { StartQuery } from "@wijkbord/schema/operations";
import { SignInAsDemoPersonDocument, SignOutDocument, StartDocument } from "@wijkbord/schema/operations";
import { createContext, use } from "react";
import { hubClient } from "../apollo/client.ts";

export type Me = NonNullable<StartQuery["me"]>;
export type Hat = Me["memberships"][number];

export type Session =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly retry: () => void }
  | { readonly state: "out"; readonly refresh: () => Promise<void> }
  | { readonly state: "in"; readonly me: Me; readonly refresh: () => Promise<void> };

export const SessionContext = createContext<Session>({ state: "loading" });
export const useSession = (): Session => use(SessionContext);

/** Before a membership is chosen: who am I, demo people, signing in and out. */
export const startClient = hubClient(null);

/** The signed-in person, or null. */
export async function readMe(): Promise<Me | null> {
  const { data } = await startClient.query({ query: StartDocument, fetchPolicy: "network-only" });
  return data?.me ?? null;
}

/** Signs in as a demo person; the hub sets the cookie, for longer on an own device. */
export async function signIn(key: string, ownDevice: boolean): Promise<void> {
  await startClient.mutate({ mutation: SignInAsDemoPersonDocument, variables: { key, ownDevice } });
}

/** Ends this session or all of them, and forgets everything that was read. */
export async function signOut(everywhere: boolean): Promise<void> {
  await startClient.mutate({ mutation: SignOutDocument, variables: { everywhere } });
  await startClient.clearStore();
}

const hatPlace = (coalitionId: string) => `wijkbord.hat.${coalitionId}`;
const lastPlace = "wijkbord.coalition";

/** The membership to act with in a coalition: the last chosen one, else the first. */
export function hatIn(me: Me, slug: string): Hat | undefined {
  const hats = me.memberships.filter(({ coalition }) => coalition.slug === slug);
  const chosen = hats[0] && localStorage.getItem(hatPlace(hats[0].coalitionId));
  return hats.find(({ id }) => id === chosen) ?? hats[0];
}

/** Keeps the chosen membership and coalition on this device. */
export function rememberHat({ id, coalitionId, coalition }: Hat): void {
  localStorage.setItem(hatPlace(coalitionId), id);
  localStorage.setItem(lastPlace, coalition.slug);
}

/** Where to go after signing in: the last coalition, else the first. */
export function homeOf(me: Me): string | null {
  const last = localStorage.getItem(lastPlace);
  const hat = me.memberships.find(({ coalition }) => coalition.slug === last) ?? me.memberships[0];
  return hat ? `/${hat.coalition.slug}` : null;
}
