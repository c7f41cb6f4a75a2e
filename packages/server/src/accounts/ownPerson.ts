import { coalitionLimits } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { invalid, text } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import { UserTable } from "./account.tables.ts";
import { noAddress } from "./mailAddress.ts";
import type { Principal } from "./principal.ts";

/** Makes a person without an address: until real accounts exist, only its session is that person. Mails come in the language of the page. */
export function newPerson(em: EntityManager, { displayName, locale }: { displayName: string; locale: string }, now: Date): string {
  const id = uuidv7();
  if (locale !== "nl" && locale !== "en") throw invalid("locale", "NOT_A_CODE");
  const name = text("displayName", displayName, coalitionLimits.displayName);
  em.create(UserTable, { id, displayName: name, email: noAddress(id), demoKey: null, locale, createdAt: now });
  return id;
}

/** The signed-in person, unless it is nobody or a person of the demo: those get no part in coalitions of real people. */
export async function ownPerson(em: EntityManager, principal: Principal): Promise<string | null> {
  if (principal.kind === "ANONYMOUS") return null;
  const user = await em.findOne(UserTable, { id: principal.userId, demoKey: null });
  return user?.id ?? null;
}
