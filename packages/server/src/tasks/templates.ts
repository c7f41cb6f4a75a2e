import { EventType, isLive, Letter, mayManageTemplates, taskLimits, TemplateKind, templateLimits, Visibility } from "@wijkbord/schema";
import type { CreateBoardTemplateInput, CreateTaskTemplateInput, RemoveTemplateInput, Template, UpdateTemplateInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { BoardTable, ThemeTable } from "./board.tables.ts";
import { columnsOf } from "./columns.ts";
import { giveLetter } from "./giveLetter.ts";
import { ChecklistItemTable } from "./task.tables.ts";
import { difference, expectOwnVersion, type LoadedTask, loadTask } from "./taskChange.ts";
import { TemplateTable } from "./template.tables.ts";

type Made = Pick<Template, "kind" | "task" | "board" | "fromTaskId">;

/** Text of a template stands in no event, so that changing it or throwing it away takes it along (D5). */
function recordTemplate(change: Change, { id, version }: Template, before: boolean, after: boolean): void {
  const changes = before === after ? [] : [difference("present", before, after)];
  change.record({ type: EventType.TEMPLATE_CHANGED, target: { type: "Template", id }, version, changes });
}

async function create(change: Change, name: string, made: Made): Promise<string> {
  const { em, actor, coalition } = change;
  if (!mayManageTemplates(actor)) throw notAllowed("NOT_COORDINATOR");
  const count = await em.count(TemplateTable, { coalitionId: coalition.id });
  if (count >= templateLimits.templates) throw invalid("name", "TOO_MANY", templateLimits.templates);
  const fields = { id: uuidv7(), coalitionId: coalition.id, name: text("name", name, templateLimits.name), ...made, version: 1 };
  const template = em.create(TemplateTable, fields);
  recordTemplate(change, template, false, true);
  return template.id;
}

/** Takes a task over as a template: only what all partners read. */
export async function createTaskTemplate(change: Change, { taskId, name }: CreateTaskTemplateInput): Promise<string> {
  const { task, assignments } = await loadTask(change, taskId, "taskId");
  if (task.visibility === Visibility.ORGANISATION) throw ruleBroken("D4-TEMPLATE", []);
  const items = await change.em.find(ChecklistItemTable, { taskId, visibility: { $ne: Visibility.ORGANISATION } }, { orderBy: { position: "asc", id: "asc" } });
  const content = {
    title: task.title,
    description: task.description,
    steps: items.filter((item) => item.text !== "").map((item) => item.text),
    themeId: task.themeId,
    letters: assignments.filter(isLive).map(({ organisationId, letter }) => ({ organisationId, letter })),
  };
  return create(change, name, { kind: TemplateKind.TASK, task: content, board: null, fromTaskId: task.id });
}

/** Takes the columns of a board over as a template. */
export async function createBoardTemplate(change: Change, { boardId, name }: CreateBoardTemplateInput): Promise<string> {
  const board = await change.em.findOne(BoardTable, { id: boardId, coalitionId: change.coalition.id });
  if (!board) throw notFound("boardId");
  const columns = (await columnsOf(change, board)).map(({ title, state, wipLimit }) => ({ title, state, wipLimit }));
  return create(change, name, { kind: TemplateKind.BOARD, task: null, board: { style: board.style, columns }, fromTaskId: null });
}

async function loadToChange(change: Change, { id, expectedVersion }: { id: string; expectedVersion: number }): Promise<Template> {
  const template = await change.em.findOne(TemplateTable, { id, coalitionId: change.coalition.id });
  if (!template) throw notFound("id");
  if (!mayManageTemplates(change.actor)) throw notAllowed("NOT_COORDINATOR");
  expectOwnVersion(template, expectedVersion, "TEMPLATE", { name: template.name, ...template.task });
  return template;
}

/** Renames a template, or writes the text of its task anew. */
export async function updateTemplate(change: Change, input: UpdateTemplateInput): Promise<string> {
  const template = await loadToChange(change, input);
  if (typeof input.name === "string") template.name = text("name", input.name, templateLimits.name);
  if (template.task) {
    const { title, description, steps } = input;
    if (steps && steps.length > taskLimits.checklistItems) throw invalid("steps", "TOO_MANY", taskLimits.checklistItems);
    template.task = {
      ...template.task,
      ...(typeof title === "string" && { title: text("title", title, taskLimits.title) }),
      ...(typeof description === "string" && { description: text("description", description, taskLimits.description, 0) }),
      ...(steps && { steps: steps.map((step) => text("steps", step, taskLimits.checklistItem)) }),
    };
  }
  template.version += 1;
  recordTemplate(change, template, true, true);
  return template.id;
}

/** Throws a template away; what was made from it stays. */
export async function removeTemplate(change: Change, input: RemoveTemplateInput): Promise<string> {
  const template = await loadToChange(change, input);
  recordTemplate(change, template, true, false);
  change.em.remove(template);
  return template.id;
}

/** A template of the coalition that makes this kind; null when none is asked for. */
export async function templateFor({ em, coalition }: Change, id: string | null | undefined, kind: TemplateKind): Promise<Template | null> {
  if (!id) return null;
  const template = await em.findOne(TemplateTable, { id, kind, coalitionId: coalition.id });
  if (!template) throw notFound("templateId");
  return template;
}

/** The theme of a template, when it still exists. */
export async function themeOf({ em, coalition }: Change, template: Template | null): Promise<string | null> {
  const id = template?.task?.themeId;
  return id && (await em.count(ThemeTable, { id, coalitionId: coalition.id })) ? id : null;
}

/** Gives a new task the steps of its template, and asks the same partners; who left is passed over. */
export async function fillFromTemplate(change: Change, loaded: LoadedTask, template: Template, hasTrekker: boolean): Promise<void> {
  const { em, actor, coalition } = change;
  const { id: taskId, visibility } = loaded.task;
  const row = {
    coalitionId: coalition.id,
    taskId,
    done: false,
    assigneeMembershipId: null,
    visibility,
    organisationId: actor.organisationId,
    externalId: null,
  };
  (template.task?.steps ?? []).forEach((step, position) => em.create(ChecklistItemTable, { id: uuidv7(), ...row, text: step, position }));
  const letters = (template.task?.letters ?? []).filter(({ letter }) => !hasTrekker || letter !== Letter.ACCOUNTABLE);
  const organisations = await em.find(OrganisationTable, {
    id: { $in: letters.map(({ organisationId }) => organisationId) },
    coalitionId: coalition.id,
    leftOn: null,
  });
  const here = new Set(organisations.map(({ id }) => id));
  for (const { organisationId, letter } of letters) if (here.has(organisationId)) await giveLetter(change, loaded, organisationId, letter, {});
}

/** Takes a text back from templates that were made of its task (D5). */
export async function forgetInTemplates({ em, coalition }: Change, taskId: string, targetType: string, field: string): Promise<void> {
  for (const template of await em.find(TemplateTable, { coalitionId: coalition.id, fromTaskId: taskId })) {
    if (!template.task) continue;
    if (targetType === "Task" && field === "title") template.task = { ...template.task, title: "—" };
    else if (targetType === "Task" && field === "description") template.task = { ...template.task, description: "" };
    else if (targetType === "ChecklistItem") template.task = { ...template.task, steps: [] };
    else continue;
    template.version += 1;
  }
}
