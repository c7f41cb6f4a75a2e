import { addDays, dayIn, EventType, roleLimits, RoleState, SeatEnd, SeatState } from "@wijkbord/schema";
import { type ChangeDeps, type LoggedWork, systemChange } from "../activity/change.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import type { Job } from "../time/jobs.ts";
import { closeSeat, difference, loadRoles, recordSeat, settleRole, todayIn } from "./roleWork.ts";

/** Roles of which a seat begins, ends, or ends soon without having been announced. */
async function dueRoleIds(em: EntityManager, coalitionId: string, today: string): Promise<string[]> {
  const rows = await em.execute<{ role_id: string }[]>(
    `select distinct s.role_id from role_assignment s join coalition_role r on r.id = s.role_id
      where s.coalition_id = ? and s.state = ? and (s.ends_on <= ?::date or (s.starts_on <= ?::date and r.state not in (?, ?))
        or (s.ends_on <= ?::date and s.announced_for is distinct from s.ends_on))`,
    [coalitionId, SeatState.CURRENT, today, today, RoleState.FILLED, RoleState.RETIRED, addDays(today, roleLimits.noticeDays)],
  );
  return rows.map(({ role_id: id }) => id);
}

/** Asked again under the lock, so that two processes end a seat once. */
async function work(change: LoggedWork): Promise<void> {
  const today = todayIn(change);
  const soon = addDays(today, roleLimits.noticeDays);
  for (const loaded of await loadRoles(change, await dueRoleIds(change.em, change.coalition.id, today))) {
    for (const seat of loaded.seats.filter(({ state, endsOn }) => state === SeatState.CURRENT && endsOn !== null && endsOn <= soon)) {
      if (seat.endsOn !== null && seat.endsOn <= today) closeSeat(change, loaded, seat, seat.endReason ?? SeatEnd.TERM_ENDED);
      else if (seat.announcedFor !== seat.endsOn) {
        seat.announcedFor = seat.endsOn;
        recordSeat(change, loaded, seat, EventType.ROLE_VACANCY_ANNOUNCED, [difference("endsOn", null, seat.endsOn)]);
      }
    }
    settleRole(change, loaded);
  }
}

/** INV-06: ends seats on their day by the calendar of the coalition, and says which roles nobody holds from then on. */
export function roleDates(deps: ChangeDeps): Job {
  return {
    name: "role dates",
    async run() {
      for (const { id, timeZone } of await deps.database.read().find(CoalitionTable, {})) {
        if ((await dueRoleIds(deps.database.read(), id, dayIn(deps.clock.now(), timeZone))).length > 0) await systemChange(deps, id, work);
      }
    },
  };
}
