import { EventType, TaskFieldGroup, taskLimits, TaskState } from "@wijkbord/schema";
import { planMove } from "@wijkbord/schema";
import type { BoardColumn, MoveTaskInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { moveFacts } from "./facts.ts";
import { orderKey } from "./order.ts";
import { difference, expectVersion, type LoadedTask, loadTask, recordTask, touch } from "./taskChange.ts";

interface MoveWish {
  afterTaskId?: string | null;
  reason?: string | null;
  waiveNote?: string | null;
}

/** Moves a loaded task to a column; the column carries the state. */
export async function moveLoaded(change: Change, loaded: LoadedTask, column: BoardColumn, wish: MoveWish): Promise<void> {
  const { task, placement, board } = loaded;
  const reason = wish.reason ? text("reason", wish.reason, taskLimits.reason) : null;
  const from = task.state;
  const plan = planMove(await moveFacts(change, loaded), change.actor, column.state, { reason, waiveNote: wish.waiveNote ?? null });
  if (!plan.allowed) throw plan.problem === "NOT_ALLOWED" ? notAllowed(plan.rule) : ruleBroken(plan.rule, plan.missing);
  const changes = [difference("columnId", placement.columnId, column.id)];
  placement.position = await orderKey(change.em, column, wish.afterTaskId, task.id);
  placement.columnId = column.id;
  if (from !== column.state) {
    changes.push(difference("state", from, column.state));
    if (column.state === TaskState.BLOCKED) task.stateBeforeBlocked = from;
    if (column.state === TaskState.IN_REVIEW) task.enteredReviewAt = change.now;
    task.doneAt = column.state === TaskState.DONE ? change.now : null;
    task.blockedReason = column.state === TaskState.BLOCKED ? reason : null;
    if (from === TaskState.BLOCKED) task.stateBeforeBlocked = null;
    task.state = column.state;
    touch(loaded, change, TaskFieldGroup.COLUMN);
  } else touch(loaded, change);
  if (board.archivedAt) throw notFound("columnId");
  const type =
    from !== column.state && column.state === TaskState.BLOCKED
      ? EventType.TASK_BLOCKED
      : from !== column.state && from === TaskState.BLOCKED
        ? EventType.TASK_UNBLOCKED
        : EventType.TASK_MOVED;
  recordTask(change, loaded, type, { changes });
}

/** Moves a task; concurrent moves both succeed unless somebody else changed its column after the version seen. */
export async function moveTask(change: Change, input: MoveTaskInput): Promise<string> {
  const loaded = await loadTask(change, input.id);
  const column = loaded.columns.find(({ id }) => id === input.columnId);
  if (!column) throw notFound("columnId");
  if (column.state !== loaded.task.state) expectVersion(loaded.task, input.expectedVersion, [TaskFieldGroup.COLUMN]);
  await moveLoaded(change, loaded, column, { afterTaskId: input.afterTaskId ?? null, reason: input.reason, waiveNote: input.waiveNote });
  return loaded.task.id;
}
