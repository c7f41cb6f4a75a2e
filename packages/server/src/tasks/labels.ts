import { boardLimits, EventType, mayManageBoards, TaskFieldGroup, taskLimits } from "@wijkbord/schema";
import type { CreateLabelInput, Label, RemoveLabelInput, RenameLabelInput, TaskLabelInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { TaskPlacementTable } from "./board.tables.ts";
import { activeBoards } from "./boards.ts";
import { checkEdit } from "./editTask.ts";
import { LabelTable, TaskLabelTable, TaskTable } from "./task.tables.ts";
import { difference, expectOwnVersion, type LoadedTask, loadOpenTask, recordTask, touch } from "./taskChange.ts";

async function labelName({ em, coalition }: Change, value: string, id: string | null): Promise<string> {
  const name = text("name", value, taskLimits.label);
  const other = await em.findOne(LabelTable, { coalitionId: coalition.id, name });
  if (other && other.id !== id) throw invalid("name", "TAKEN");
  return name;
}

async function loadLabel({ em, coalition }: Change, id: string, field = "id"): Promise<Label> {
  const label = await em.findOne(LabelTable, { id, coalitionId: coalition.id });
  if (!label) throw notFound(field);
  return label;
}

async function recordLabel(change: Change, label: Label, changes: ReturnType<typeof difference>[]): Promise<void> {
  change.record({
    type: EventType.LABEL_CHANGED,
    target: { type: "Label", id: label.id },
    boardIds: await activeBoards(change),
    changes,
    version: label.version,
  });
}

/** Makes a label of the coalition. */
export async function createLabel(change: Change, input: CreateLabelInput): Promise<string> {
  const { em, actor, coalition } = change;
  if (!mayManageBoards(actor)) throw notAllowed("NOT_COORDINATOR");
  if ((await em.count(LabelTable, { coalitionId: coalition.id })) >= boardLimits.labels) throw invalid("coalitionId", "TOO_MANY", boardLimits.labels);
  const label = em.create(LabelTable, { id: uuidv7(), coalitionId: coalition.id, name: await labelName(change, input.name, null), version: 1 });
  await recordLabel(change, label, [difference("name", null, label.name)]);
  return label.id;
}

/** Gives a label another name. */
export async function renameLabel(change: Change, input: RenameLabelInput): Promise<string> {
  if (!mayManageBoards(change.actor)) throw notAllowed("NOT_COORDINATOR");
  const label = await loadLabel(change, input.id);
  expectOwnVersion(label, input.expectedVersion, "LABEL", { name: label.name });
  const name = await labelName(change, input.name, label.id);
  if (name === label.name) return label.id;
  const changes = [difference("name", label.name, name)];
  label.name = name;
  label.version += 1;
  await recordLabel(change, label, changes);
  return label.id;
}

/** Takes a label away, also from the tasks that carry it. */
export async function removeLabel(change: Change, input: RemoveLabelInput): Promise<string> {
  const { em, actor } = change;
  if (!mayManageBoards(actor)) throw notAllowed("NOT_COORDINATOR");
  const label = await loadLabel(change, input.id);
  expectOwnVersion(label, input.expectedVersion, "LABEL", { name: label.name });
  const carried = await em.find(TaskLabelTable, { labelId: label.id });
  const tasks = await em.find(TaskTable, { id: { $in: carried.map(({ taskId }) => taskId) } });
  const homes = new Map(
    (await em.find(TaskPlacementTable, { taskId: { $in: tasks.map(({ id }) => id) }, isHome: true })).map((row) => [row.taskId, row.boardId]),
  );
  for (const task of tasks) {
    const loaded = { task, board: { id: homes.get(task.id) ?? "" } };
    touch(loaded, change, TaskFieldGroup.LABELS);
    recordTask(change, loaded, EventType.LABEL_CHANGED, { changes: [difference("labelId", label.id, null)] });
  }
  await recordLabel(change, label, [difference("name", label.name, null)]);
  await em.nativeDelete(TaskLabelTable, { labelId: label.id });
  em.remove(label);
  return label.id;
}

/** Puts a label on a task or takes it off, and records it; rights were asked before. */
export async function writeTaskLabel(change: Change, loaded: LoadedTask, labelId: string, present: boolean, undoes: string | null = null): Promise<void> {
  const { em, coalition } = change;
  const taskId = loaded.task.id;
  const row = await em.findOne(TaskLabelTable, { taskId, labelId });
  if ((row !== null) === present) return;
  if (row) em.remove(row);
  else em.create(TaskLabelTable, { id: uuidv7(), coalitionId: coalition.id, taskId, labelId });
  touch(loaded, change, TaskFieldGroup.LABELS);
  const changes = [present ? difference("labelId", null, labelId) : difference("labelId", labelId, null)];
  recordTask(change, loaded, EventType.LABEL_CHANGED, { changes, undoes });
}

/** Puts a label on a task, or takes it off. */
export async function setTaskLabel(change: Change, input: TaskLabelInput, present: boolean): Promise<string> {
  const loaded = await loadOpenTask(change, input.taskId, "taskId");
  checkEdit(change, loaded);
  const label = await loadLabel(change, input.labelId, "labelId");
  await writeTaskLabel(change, loaded, label.id, present);
  return loaded.task.id;
}
