import { EventType, TaskFieldGroup, taskLimits } from "@wijkbord/schema";
import type { AddChecklistItemInput, ChecklistItem, FieldChange, RemoveInput, SetChecklistItemInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notFound, text } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { checkEdit } from "./editTask.ts";
import { ChecklistItemTable } from "./task.tables.ts";
import { difference, loadOpenTask } from "./taskChange.ts";
import { checkVisibility, loadUnder, recordUnder } from "./underTask.ts";

const group = TaskFieldGroup.CHECKLIST;
const type = EventType.CHECKLIST_CHANGED;
/** What stands in the log of a step; written back by undo. */
export const checklistFields = ["text", "done", "assigneeMembershipId", "position"] as const;

/** Adds a step at the end. */
export async function addChecklistItem(change: Change, input: AddChecklistItemInput): Promise<string> {
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const { em, actor, coalition } = change;
  const taskId = loaded.task.id;
  if ((await em.count(ChecklistItemTable, { taskId })) >= taskLimits.checklistItems) throw invalid("taskId", "TOO_MANY", taskLimits.checklistItems);
  const last = await em.findOne(ChecklistItemTable, { taskId }, { orderBy: { position: "desc" } });
  const item = em.create(ChecklistItemTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    taskId,
    text: text("text", input.text, taskLimits.checklistItem),
    done: false,
    assigneeMembershipId: null,
    position: (last?.position ?? -1) + 1,
    visibility: checkVisibility(input.visibility),
    organisationId: actor.organisationId,
    externalId: null,
  });
  recordUnder(change, loaded, "ChecklistItem", item, type, { group, changes: [difference("present", false, true), difference("text", null, item.text)] });
  return taskId;
}

/** Puts a step at a place; the others close the gap. */
async function reorder({ em }: Change, item: ChecklistItem, position: number): Promise<FieldChange[]> {
  const items = await em.find(ChecklistItemTable, { taskId: item.taskId }, { orderBy: { position: "asc", id: "asc" } });
  if (position < 0 || position >= items.length) throw invalid("position", "BAD_PLACE", items.length - 1);
  const before = items.indexOf(item);
  items.splice(before, 1);
  items.splice(position, 0, item);
  items.forEach((each, index) => (each.position = index));
  return before === position ? [] : [difference("position", before, position)];
}

/** Changes text, mark, person or place of a step. */
export async function setChecklistItem(change: Change, input: SetChecklistItemInput): Promise<string> {
  const { em, actor } = change;
  const { row: item, loaded } = await loadUnder(change, (where) => em.findOne(ChecklistItemTable, where), input.id);
  checkEdit(change, loaded);
  const wanted: Partial<Pick<ChecklistItem, "text" | "done" | "assigneeMembershipId">> = {};
  if (typeof input.text === "string") wanted.text = text("text", input.text, taskLimits.checklistItem);
  if (typeof input.done === "boolean") wanted.done = input.done;
  if (input.assigneeMembershipId !== undefined) {
    const id = input.assigneeMembershipId;
    if (id && !(await em.count(MembershipTable, { id, coalitionId: actor.coalitionId }))) throw notFound("assigneeMembershipId");
    wanted.assigneeMembershipId = id;
  }
  const changes = (["text", "done", "assigneeMembershipId"] as const).flatMap((field) =>
    wanted[field] !== undefined && wanted[field] !== item[field] ? [difference(field, item[field], wanted[field])] : [],
  );
  Object.assign(item, wanted);
  if (typeof input.position === "number") changes.push(...(await reorder(change, item, input.position)));
  if (changes.length > 0) recordUnder(change, loaded, "ChecklistItem", item, type, { group, changes });
  return loaded.task.id;
}

/** Takes a step away. */
export async function removeChecklistItem(change: Change, input: RemoveInput): Promise<string> {
  const { em } = change;
  const { row: item, loaded } = await loadUnder(change, (where) => em.findOne(ChecklistItemTable, where), input.id);
  checkEdit(change, loaded);
  const changes = [difference("present", true, false), ...checklistFields.map((field) => difference(field, item[field], null))];
  recordUnder(change, loaded, "ChecklistItem", item, type, { group, changes });
  em.remove(item);
  return loaded.task.id;
}
