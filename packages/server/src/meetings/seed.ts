import { addDays, dayIn, startOfDay } from "@wijkbord/schema";
import { UserTable } from "../accounts/account.tables.ts";
import { viewerOf } from "../accounts/principal.ts";
import type { Outcome } from "../activity/change.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { MeetingService } from "./meeting.service.ts";

const minute = 60_000;
const tuesday = 2;
const points = [
  { title: "Wat vastzit", minutes: 30 },
  { title: "Taken zonder trekker", minutes: 40 },
  { title: "Rondvraag", minutes: 10 },
];

/** The next Tuesday after a day. */
function nextTuesday(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, ((tuesday - weekday + 6) % 7) + 1);
}

/** The meeting of the demo: every second Tuesday from 9.30 to 11.00 (PA-01), in the transaction that makes the coalition. */
export async function seedMeetings(em: EntityManager, slug: string, now: Date): Promise<void> {
  if (slug !== "zuidwest") return;
  await em.flush();
  const { id: coalitionId, timeZone } = await em.findOneOrFail(CoalitionTable, { slug });
  const { id: userId } = await em.findOneOrFail(UserTable, { demoKey: "fenna" });
  const chair = viewerOf(await em.findOneOrFail(MembershipTable, { coalitionId, userId }));
  const { id: boardId } = await em.findOneOrFail(BoardTable, { coalitionId, areaCode: "WK051836" });
  const database: Database = {
    embedded: true,
    read: () => em,
    async transaction(work) {
      const result = await work(em);
      await em.flush();
      return result;
    },
    async [Symbol.asyncDispose]() {},
  };
  const service = new MeetingService({ database, clock: { now: () => now }, wake: () => {} });
  const done = (outcome: Outcome): string => {
    if ("problem" in outcome) throw new Error(`The demo is refused: ${JSON.stringify(outcome.problem)}`);
    return outcome.objectId;
  };
  const midnight = startOfDay(nextTuesday(dayIn(now, timeZone)), timeZone).getTime();
  const times = { startsAt: new Date(midnight + 570 * minute), endsAt: new Date(midnight + 660 * minute) };
  const meetingId = done(
    await service.plan(chair, { coalitionId, boardId, title: "Overleg Moerwijk", place: "Buurthuis De Veenstee", everyWeeks: 2, ...times }),
  );
  done(await service.addItems(chair, { meetingId, items: points }));
}
