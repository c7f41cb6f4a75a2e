import { EventType, TaskState } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { type ChangeDeps, type LoggedWork, systemChange } from "../activity/change.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import type { Job } from "../time/jobs.ts";
import { addDays, localDate } from "../time/workingDays.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { TaskReminderTable } from "./relation.tables.ts";
import { TaskTable } from "./task.tables.ts";
import { difference, recordTask } from "./taskChange.ts";

const soon = 3;
/** A date that passed while the hub was down for longer than this is not spoken of any more. */
const lateDays = 7;
const batch = 500;

interface Due {
  readonly id: string;
  readonly dueOn: string;
  readonly kind: EventType.TASK_DUE_SOON | EventType.TASK_OVERDUE;
}

/** Tasks whose date comes within three days, or has come, and that were not spoken of for that date yet. */
async function dueTasks(em: EntityManager, coalitionId: string, today: string): Promise<Due[]> {
  const rows = await em.execute<{ id: string; due: string; overdue: boolean }[]>(
    `select d.id, d.due, d.overdue from (
      select t.id, t.due_on::text as due, t.due_on <= ?::date as overdue, t.number from task t
      join task_placement h on h.task_id = t.id and h.is_home
      join board b on b.id = h.board_id and b.archived_at is null
      where t.coalition_id = ? and t.due_on between ?::date and ?::date and t.archived_at is null and t.state not in (?, ?)) d
    where not exists (select 1 from task_reminder r where r.task_id = d.id and r.due_on = d.due::date
      and r.kind = case when d.overdue then ? else ? end)
    order by d.due, d.number limit ${batch}`,
    [today, coalitionId, addDays(today, -lateDays), addDays(today, soon), TaskState.DONE, TaskState.CANCELLED, EventType.TASK_OVERDUE, EventType.TASK_DUE_SOON],
  );
  return rows.map(({ id, due, overdue }) => ({ id, dueOn: due, kind: overdue ? EventType.TASK_OVERDUE : EventType.TASK_DUE_SOON }));
}

/** Says once per task and date that it is nearly due, or due. Asked again under the lock, so two processes never both speak. */
async function remind(change: LoggedWork, today: string): Promise<void> {
  const { em, coalition } = change;
  const due = await dueTasks(em, coalition.id, today);
  const id = { $in: due.map((each) => each.id) };
  const tasks = new Map((await em.find(TaskTable, { id })).map((task) => [task.id, task]));
  const homes = new Map((await em.find(TaskPlacementTable, { taskId: id, isHome: true })).map((row) => [row.taskId, row.boardId]));
  for (const { id: taskId, dueOn, kind } of due) {
    const task = tasks.get(taskId);
    if (!task) continue;
    em.create(TaskReminderTable, { id: uuidv7(), coalitionId: coalition.id, taskId, kind, dueOn });
    recordTask(change, { task, board: { id: homes.get(taskId) ?? "" } }, kind, { changes: [difference("dueOn", null, dueOn)] });
  }
}

/** Speaks of dates: three days before, and on the day, by the calendar of each coalition. */
export function dueDates(deps: ChangeDeps): Job {
  return {
    name: "due dates",
    async run() {
      const coalitions = await deps.database.read().find(CoalitionTable, {});
      for (const { id, timeZone } of coalitions) {
        const today = localDate(deps.clock.now(), timeZone);
        while ((await dueTasks(deps.database.read(), id, today)).length > 0) {
          await systemChange(deps, id, (change) => remind(change, today));
        }
      }
    },
  };
}
