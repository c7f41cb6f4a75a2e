import { Visibility } from "@wijkbord/schema";
import type { EntityManager } from "../../database/database.ts";
import type { DemoIds } from "../ids.ts";
import type { LogEntry } from "./history.ts";

const batch = 2_000;

const insert = `
  insert into event (id, coalition_id, sequence, type, occurred_at, actor_membership_id, target_type, target_id, task_id, board_ids, visibility, organisation_id, version, changes, client_mutation_id, undoes)
  select x.id, x.coalition_id, x.sequence, x.type, x.occurred_at, x.actor_membership_id, x.target_type, x.target_id, x.task_id, x.board_ids, x.visibility, x.organisation_id, x.version, x.changes, null, null
  from jsonb_to_recordset(?::jsonb) as x(id uuid, coalition_id uuid, sequence bigint, type text, occurred_at timestamptz, actor_membership_id uuid, target_type text, target_id uuid, task_id uuid,
    board_ids jsonb, visibility text, organisation_id uuid, version int, changes jsonb)`;

/** Numbers the entries from 1 in the order of time and writes them, many in one statement. */
export async function writeLog(
  em: EntityManager,
  coalitionId: string,
  ids: DemoIds,
  entries: readonly LogEntry[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const ordered = entries.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  for (let start = 0; start < ordered.length; start += batch) {
    const rows = ordered.slice(start, start + batch).map(({ at, type, actorMembershipId, target, taskId, boardId, version, changes, hiddenFor }, index) => ({
      id: ids.next("event"),
      coalition_id: coalitionId,
      sequence: start + index + 1,
      type,
      occurred_at: at,
      actor_membership_id: actorMembershipId,
      target_type: target.type,
      target_id: target.id,
      task_id: taskId,
      board_ids: [boardId],
      visibility: hiddenFor === null ? Visibility.COALITION : Visibility.ORGANISATION,
      organisation_id: hiddenFor,
      version,
      changes,
    }));
    await em.execute(insert, [JSON.stringify(rows)]);
    progress(Math.min(start + batch, ordered.length), ordered.length);
  }
}
