import { SessionTable, UserTable } from "../accounts/account.tables.ts";
import { ReceiptTable } from "../activity/event.table.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { tables } from "../database/tables.ts";
import { ImportRowTable, ImportRunTable } from "../imports/import.tables.ts";
import type { Services } from "../services.ts";
import { demoCoalitions, fillCoalition } from "./seed.ts";

/** Every table whose rows belong to a coalition. */
const tenantTables = tables.filter((table) => "coalitionId" in table.meta.properties);

async function removeCoalitions(em: EntityManager, ids: readonly string[]): Promise<void> {
  const coalitionId = { $in: [...ids] };
  const members = await em.find(MembershipTable, { coalitionId });
  const runs = await em.find(ImportRunTable, { coalitionId });
  await em.nativeDelete(ReceiptTable, { actorKey: { $in: members.map(({ id }) => id) } });
  await em.nativeDelete(ImportRowTable, { runId: { $in: runs.map(({ id }) => id) } });
  em.clear();
  for (const { meta } of tenantTables) await em.execute(`delete from "${meta.tableName}" where coalition_id in (${ids.map(() => "?").join(",")})`, [...ids]);
  await em.nativeDelete(CoalitionTable, { id: coalitionId });
}

/** Ends the demo sessions and forgets demo people that no coalition knows any more; returns the ended sessions. */
async function endSessions(em: EntityManager, now: Date): Promise<string[]> {
  const sessions = await em.find(SessionTable, { isDemo: true, revokedAt: null });
  for (const session of sessions) session.revokedAt = now;
  const kept = new Set(demoCoalitions.flatMap(({ people }) => people.map(({ key }) => key)));
  const people = await em.find(UserTable, { demoKey: { $ne: null } });
  for (const user of people) {
    if (kept.has(user.demoKey ?? "") || (await em.count(MembershipTable, { userId: user.id }))) continue;
    await em.nativeDelete(SessionTable, { userId: user.id, id: { $nin: sessions.map(({ id }) => id) } });
    em.remove(user);
  }
  await em.flush();
  return sessions.map(({ id }) => id);
}

/**
 * Makes the demo as it was on the first day. Only coalitions that are marked as demo go, generated ones too; areas and figures stay.
 * Everything gets new identities, so demo sessions end: no open page goes on showing what is gone.
 */
export async function resetDemo({
  database,
  clock,
  engine,
}: Pick<Services, "database" | "clock" | "engine">): Promise<{ coalitions: string[]; endedSessions: number }> {
  const now = clock.now();
  const { ended, old } = await database.transaction(async (em) => {
    const coalitions = await em.find(CoalitionTable, { isDemo: true });
    const gone = coalitions.map(({ id }) => id);
    if (gone.length > 0) await removeCoalitions(em, gone);
    const sessions = await endSessions(em, now);
    for (const demo of demoCoalitions) await fillCoalition(em, demo, now);
    return { ended: sessions, old: gone };
  });
  engine.revoke(ended);
  for (const id of old) engine.wake(id);
  return { coalitions: demoCoalitions.map(({ slug }) => slug), endedSessions: ended.length };
}
