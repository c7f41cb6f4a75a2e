import { coalitionLimits } from "@wijkbord/schema";
import { invalid, text } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import { UserTable } from "./account.tables.ts";

/** Where mail to a person goes, and in which language. */
export interface MailPerson {
  /** Null: nowhere. */
  readonly address: string | null;
  readonly locale: "nl" | "en";
  /** A fictional person, whom many people are. */
  readonly isDemo: boolean;
}

/** What stands in the place of the address of a person without one: a name that cannot exist (RFC 2606). */
export const noAddress = (userId: string): string => `${userId}@zonder-adres.invalid`;

/** An address as it is kept, or a refusal that names the field. */
export function addressIn(field: string, value: string): string {
  const address = text(field, value, coalitionLimits.email).toLowerCase();
  if (!/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/.test(address) || address.endsWith(".invalid"))
    throw invalid(field, "NOT_AN_EMAIL");
  return address;
}

/** Where mail to a person goes; null for somebody who does not exist. */
export async function mailPerson(em: EntityManager, userId: string): Promise<MailPerson | null> {
  const user = await em.findOne(UserTable, { id: userId }, { refresh: true });
  if (!user) return null;
  return { address: user.email.endsWith(".invalid") ? null : user.email, locale: user.locale === "en" ? "en" : "nl", isDemo: user.demoKey !== null };
}

/** Whether an address belongs to somebody else. */
export const isOthers = async (em: EntityManager, userId: string, address: string): Promise<boolean> =>
  (await em.count(UserTable, { email: address, id: { $ne: userId } })) > 0;

/** Keeps where mail to a person goes; null: nowhere. An address is one person's alone: the database refuses a second one. */
export const keepAddress = async (em: EntityManager, userId: string, address: string | null): Promise<void> => {
  await em.nativeUpdate(UserTable, { id: userId }, { email: address ?? noAddress(userId) });
};

/** Keeps the language of mails to a person. */
export const keepLocale = async (em: EntityManager, userId: string, locale: MailPerson["locale"]): Promise<void> => {
  await em.nativeUpdate(UserTable, { id: userId }, { locale });
};
