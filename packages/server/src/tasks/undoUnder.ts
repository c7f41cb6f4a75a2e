import { EventType, RelationKind, TaskFieldGroup } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notFound } from "../activity/refusal.ts";
import { TaskRelationTable } from "./relation.tables.ts";
import { recordRelation } from "./relations.ts";
import { ChecklistItemTable, TaskLinkTable } from "./task.tables.ts";
import { difference, type LoadedTask, loadTask } from "./taskChange.ts";
import { recordUnder } from "./underTask.ts";
import { refuseBlanked, valueBefore } from "./undoTask.ts";

const textBefore = (event: LoggedEvent, field: string): string => {
  const value = valueBefore(event, field);
  return typeof value === "string" ? value : "";
};

/** Ties two tasks together again, or loosens them. */
async function undoRelation(change: Change, event: LoggedEvent): Promise<void> {
  const { em, actor, coalition, now } = change;
  const removed = event.type === EventType.TASK_UNLINKED;
  const known = await em.findOne(TaskRelationTable, { id: event.targetId });
  if ((known === null) !== removed) throw notFound("eventId");
  const kind = valueBefore(event, "kind") === RelationKind.BLOCKS ? RelationKind.BLOCKS : RelationKind.RELATES;
  const fresh = {
    id: event.targetId,
    coalitionId: coalition.id,
    fromTaskId: textBefore(event, "fromTaskId"),
    toTaskId: textBefore(event, "toTaskId"),
    kind,
    organisationId: actor.organisationId,
    createdAt: now,
  };
  const relation = known ?? em.create(TaskRelationTable, fresh);
  const sides = [await loadTask(change, relation.fromTaskId, "eventId"), await loadTask(change, relation.toTaskId, "eventId")] as const;
  recordRelation(change, sides, relation, removed, event.id);
  if (known) em.remove(known);
}

/** Writes a step, a link or a link between tasks back to what it was. */
export async function undoUnder(change: Change, loaded: LoadedTask, event: LoggedEvent): Promise<void> {
  if (event.targetType === "TaskRelation") return undoRelation(change, event);
  if (valueBefore(event, "present") !== false)
    refuseBlanked({ ...event, changes: event.changes.filter(({ field }) => field === "text" || field === "title" || field === "url") });
  const { em, coalition } = change;
  const taskId = loaded.task.id;
  const changes = event.changes.map(({ field, before, after }) => difference(field, after, before));
  const owner = {
    coalitionId: coalition.id,
    taskId,
    visibility: event.visibility,
    organisationId: event.organisationId ?? change.actor.organisationId,
    externalId: null,
  };
  const kind = event.targetType === "TaskLink" ? "TaskLink" : "ChecklistItem";
  const undo = { group: kind === "TaskLink" ? TaskFieldGroup.LINKS : TaskFieldGroup.CHECKLIST, changes, undoes: event.id };
  const again = valueBefore(event, "present") === true;
  if (kind === "TaskLink") {
    const audience = textBefore(event, "audience") || null;
    const link = again
      ? em.create(TaskLinkTable, { id: event.targetId, ...owner, title: textBefore(event, "title"), url: textBefore(event, "url"), audience })
      : await em.findOne(TaskLinkTable, { id: event.targetId });
    if (!link) throw notFound("eventId");
    recordUnder(change, loaded, kind, link, again ? EventType.TASK_LINKED : EventType.TASK_UNLINKED, undo);
    if (!again) em.remove(link);
    return;
  }
  const assignee = textBefore(event, "assigneeMembershipId") || null;
  const item = again
    ? em.create(ChecklistItemTable, {
        id: event.targetId,
        ...owner,
        text: textBefore(event, "text"),
        done: valueBefore(event, "done") === true,
        assigneeMembershipId: assignee,
        position: Number(valueBefore(event, "position") ?? 0),
      })
    : await em.findOne(ChecklistItemTable, { id: event.targetId });
  if (!item) throw notFound("eventId");
  const added = valueBefore(event, "present") === false;
  if (!again && !added) Object.assign(item, Object.fromEntries(event.changes.map(({ field, before }) => [field, before])));
  recordUnder(change, loaded, kind, item, EventType.CHECKLIST_CHANGED, undo);
  if (added) em.remove(item);
}
