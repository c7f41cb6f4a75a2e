import { EventType, TaskFieldGroup, taskLimits } from "@wijkbord/schema";
import type { AddTaskLinkInput, RemoveInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { linkWords } from "../activity/links.ts";
import { invalid } from "../activity/refusal.ts";
import { checkEdit } from "./editTask.ts";
import { TaskLinkTable } from "./task.tables.ts";
import { difference, loadOpenTask } from "./taskChange.ts";
import { checkVisibility, loadUnder, recordUnder } from "./underTask.ts";

const group = TaskFieldGroup.LINKS;
/** What stands in the log of a link; written back by undo. */
export const linkFields = ["title", "url", "audience"] as const;

/** Adds a link to a document elsewhere; the hub never fetches it. */
export async function addTaskLink(change: Change, input: AddTaskLinkInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const { em } = change;
  if ((await em.count(TaskLinkTable, { taskId: loaded.task.id })) >= taskLimits.links) throw invalid("taskId", "TOO_MANY", taskLimits.links);
  const link = em.create(TaskLinkTable, {
    id: uuidv7(),
    coalitionId: change.coalition.id,
    taskId: loaded.task.id,
    ...linkWords(input),
    visibility: checkVisibility(input.visibility),
    organisationId: change.actor.organisationId,
    externalId: null,
  });
  const changes = [difference("present", false, true), ...linkFields.map((field) => difference(field, null, link[field]))];
  recordUnder(change, loaded, "TaskLink", link, EventType.TASK_LINKED, { group, changes });
  return loaded.task.id;
}

/** Takes a link away. */
export async function removeTaskLink(change: Change, input: RemoveInput): Promise<string> {
  const { em } = change;
  const { row: link, loaded } = await loadUnder(change, (where) => em.findOne(TaskLinkTable, where), input.id);
  checkEdit(change, loaded);
  const changes = [difference("present", true, false), ...linkFields.map((field) => difference(field, link[field], null))];
  recordUnder(change, loaded, "TaskLink", link, EventType.TASK_UNLINKED, { group, changes });
  em.remove(link);
  return loaded.task.id;
}
