import { EventType, mayEditFields, RelationKind, TaskFieldGroup, taskLimits, Visibility } from "@wijkbord/schema";
import type { RelateTasksInput, RemoveInput, TaskRelation } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { checkEdit } from "./editTask.ts";
import { rightsFacts } from "./facts.ts";
import { TaskRelationTable } from "./relation.tables.ts";
import { difference, type LoadedTask, loadOpenTask, loadTask, recordTask, touchUnder } from "./taskChange.ts";

/** Records a link between tasks on both of them; visible to those who may read both. */
export function recordRelation(
  change: Change,
  [from, to]: readonly [LoadedTask, LoadedTask],
  relation: TaskRelation,
  present: boolean,
  undoes: string | null = null,
): void {
  const type = present ? EventType.TASK_LINKED : EventType.TASK_UNLINKED;
  const under = [from.task, to.task].find(({ visibility }) => visibility === Visibility.ORGANISATION);
  const target = { type: "TaskRelation", id: relation.id };
  const facts = (["fromTaskId", "toTaskId", "kind"] as const).map((field) =>
    present ? difference(field, null, relation[field]) : difference(field, relation[field], null),
  );
  for (const side of [from, to]) {
    touchUnder(side, change, under, TaskFieldGroup.LINKS);
    recordTask(change, side, type, { target, under, changes: [difference("present", !present, present), ...facts], undoes });
  }
}

/** Ties two tasks together. */
export async function relateTasks(change: Change, input: RelateTasksInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const other = await loadTask(change, input.otherTaskId, "otherTaskId");
  if (other.task.id === loaded.task.id) throw invalid("otherTaskId", "BAD_PLACE");
  const [fromTaskId, toTaskId] = [loaded.task.id, other.task.id];
  const { kind } = input;
  const reverse = { fromTaskId: toTaskId, toTaskId: fromTaskId, kind };
  if (await em.findOne(TaskRelationTable, { fromTaskId, toTaskId, kind })) return fromTaskId;
  if (await em.findOne(TaskRelationTable, reverse)) {
    if (kind === RelationKind.RELATES) return fromTaskId;
    throw ruleBroken("NO_CIRCLE", [{ code: "CIRCULAR_BLOCKED_BY", objectId: toTaskId }]);
  }
  const count = await em.count(TaskRelationTable, { $or: [{ fromTaskId }, { toTaskId: fromTaskId }] });
  if (count >= taskLimits.relations) throw invalid("taskId", "TOO_MANY", taskLimits.relations);
  const relation = em.create(TaskRelationTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    fromTaskId,
    toTaskId,
    kind,
    organisationId: actor.organisationId,
    createdAt: now,
  });
  recordRelation(change, [loaded, other], relation, true);
  return fromTaskId;
}

/** Loosens two tasks; those involved in either may do so. */
export async function unrelateTasks(change: Change, input: RemoveInput): Promise<string> {
  const { em, actor } = change;
  const relation = await em.findOne(TaskRelationTable, { id: input.id, coalitionId: actor.coalitionId });
  if (!relation) throw notFound("id");
  const from = await loadTask(change, relation.fromTaskId);
  const to = await loadTask(change, relation.toTaskId);
  const involved = [from, to].some((side) => mayEditFields(actor, rightsFacts(side)));
  if (!involved) throw notAllowed("NOT_INVOLVED");
  recordRelation(change, [from, to], relation, false);
  em.remove(relation);
  return from.task.id;
}
