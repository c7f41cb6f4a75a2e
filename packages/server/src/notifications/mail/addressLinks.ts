import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { isOthers, keepAddress, type MailPerson, mailPerson } from "../../accounts/mailAddress.ts";
import type { Database, EntityManager } from "../../database/database.ts";
import { hashOf, newToken } from "../../meetings/secrets.ts";
import type { Clock } from "../../time/clock.ts";

/** What a link in a mail to an address does now. */
export enum LinkState {
  OPEN = "OPEN",
  CONFIRMED = "CONFIRMED",
  /** Used before, or the address was taken back or replaced. */
  USED = "USED",
  EXPIRED = "EXPIRED",
  /** The address became somebody else's in the meantime. */
  TAKEN = "TAKEN",
}

/** A link that the hub sent, in the language of who asked for it. */
export interface AddressLink {
  readonly state: LinkState;
  readonly locale: MailPerson["locale"];
}

interface LinkDeps {
  readonly database: Database;
  readonly clock: Clock;
}

interface Row {
  request_id: string;
  user_id: string;
  email: string | null;
  expires_at: Date | string;
  used_at: Date | string | null;
}
const linkSql = `select l.request_id, l.user_id, l.expires_at, l.used_at, r.email
  from mail_address_link l left join mail_address_request r on r.id = l.request_id and r.user_id = l.user_id where l.token_hash = ?`;

function stateOf({ email, expires_at: expiresAt, used_at: usedAt }: Row, now: Date): LinkState {
  if (usedAt !== null) return LinkState.USED;
  if (new Date(expiresAt) <= now) return LinkState.EXPIRED;
  return email === null ? LinkState.USED : LinkState.OPEN;
}

/** Makes the link for a mail that leaves now, and keeps the hash of its token. Each try has its own, so that none is stored to be sent again. */
export async function newLink(em: EntityManager, request: { readonly id: string; readonly userId: string; readonly expiresAt: Date }): Promise<string> {
  const token = newToken();
  await em.execute("insert into mail_address_link (token_hash, request_id, user_id, expires_at, used_at) values (?, ?, ?, ?, null)", [
    hashOf(token),
    request.id,
    request.userId,
    request.expiresAt,
  ]);
  return token;
}

/** Looks at a link and changes nothing; null: this hub never sent it. */
export async function readLink({ database, clock }: LinkDeps, token: string): Promise<AddressLink | null> {
  const em = database.read();
  const [row] = await em.execute<Row[]>(linkSql, [hashOf(token)]);
  const person = row && (await mailPerson(em, row.user_id));
  return person ? { state: stateOf(row, clock.now()), locale: person.locale } : null;
}

async function useOnce(em: EntityManager, token: string, now: Date): Promise<AddressLink | null> {
  const [row] = await em.execute<Row[]>(`${linkSql} for update of l`, [hashOf(token)]);
  const person = row && (await mailPerson(em, row.user_id));
  if (!row || !person) return null;
  const { locale } = person;
  const state = stateOf(row, now);
  if (state !== LinkState.OPEN || row.email === null) return { state, locale };
  if (await isOthers(em, row.user_id, row.email)) return { state: LinkState.TAKEN, locale };
  await keepAddress(em, row.user_id, row.email);
  await em.execute("update mail_address_link set used_at = ? where token_hash = ?", [now, hashOf(token)]);
  await em.execute("delete from mail_address_request where id = ?", [row.request_id]);
  return { state: LinkState.CONFIRMED, locale };
}

/** From now on mail goes to the address of a link, once; whoever holds the link is not signed in by it. */
export async function confirmLink({ database, clock }: LinkDeps, token: string): Promise<AddressLink | null> {
  const once = () => database.transaction((em) => useOnce(em, token, clock.now()));
  try {
    return await once();
  } catch (error) {
    // Two people confirm one address at the same moment: the second one sees whose it is now.
    if (error instanceof UniqueConstraintViolationException) return once();
    throw error;
  }
}
