import { actsAsResponsible, AssignmentState, Letter, TaskState, type Viewer, Visibility } from "@wijkbord/schema";
import type { BoardColumn, Task } from "@wijkbord/schema/types";
import type { Outcome } from "../../activity/change.ts";
import type { EntityManager } from "../../database/database.ts";
import { ChecklistItemTable, CommentTable } from "../../tasks/task.tables.ts";
import type { TaskService } from "../../tasks/task.service.ts";
import type { Random } from "../random.ts";
import type { Scene } from "./scene.ts";
import { newSteps, remarks } from "./sentences.ts";

/** What an act works with. */
export interface Stage {
  readonly em: EntityManager;
  readonly tasks: TaskService;
  readonly random: Random;
  readonly scene: Scene;
}
/** Does one thing; null when there is nothing of its kind to do. */
export type Act = (stage: Stage) => Promise<Outcome | null>;

const openProposals = 12;
const mostSteps = 8;
const one = <T>({ random }: Stage, values: readonly T[]): T | undefined => random.sample(values, 1)[0];
const lettersOf = ({ scene }: Stage, task: Task) => scene.assignments.filter(({ taskId }) => taskId === task.id);

/** A task that an actor works on, with that actor. */
function ownTask(stage: Stage, fits: (task: Task) => boolean = () => true): { task: Task; actor: Viewer } | null {
  for (const task of stage.random.sample(stage.scene.tasks.filter(fits), 20)) {
    const letters = lettersOf(stage, task);
    const actor = one(
      stage,
      stage.scene.actors.filter((each) => actsAsResponsible(each, letters)),
    );
    if (actor) return { task, actor };
  }
  return null;
}

/** The column that a card goes to: the next one where nobody waits; a finished one sometimes comes back. */
function nextColumn({ scene, random }: Stage, task: Task): BoardColumn | undefined {
  const placement = scene.placements.get(task.id);
  const columns = scene.columns.filter(({ boardId }) => boardId === placement?.boardId);
  const at = columns.findIndex(({ id }) => id === placement?.columnId);
  const goes = ({ state }: BoardColumn) => state !== TaskState.BLOCKED && state !== TaskState.CANCELLED;
  if (task.state === TaskState.DONE) return random.chance(0.3) ? columns.slice(0, at).findLast(goes) : undefined;
  return columns.slice(at + 1).find(goes);
}

const move: Act = async (stage) => {
  const found = ownTask(stage, ({ state }) => state !== TaskState.CANCELLED);
  const column = found && nextColumn(stage, found.task);
  if (!column) return null;
  const last = [...stage.scene.placements.values()].findLast(({ columnId, taskId }) => columnId === column.id && taskId !== found.task.id);
  return stage.tasks.move(found.actor, { id: found.task.id, columnId: column.id, afterTaskId: last?.taskId ?? null, expectedVersion: found.task.version });
};

const accept: Act = async (stage) => {
  const { actors, assignments } = stage.scene;
  const asked = assignments.filter(
    ({ state, organisationId }) => state === AssignmentState.PROPOSED && actors.some((each) => each.organisationId === organisationId),
  );
  const letter = one(stage, asked);
  const actor = letter && actors.find(({ organisationId }) => organisationId === letter.organisationId);
  return actor ? stage.tasks.accept(actor, { id: letter.id, expectedVersion: letter.version }) : null;
};

const propose: Act = async (stage) => {
  const { assignments, organisationIds } = stage.scene;
  if (assignments.filter(({ state }) => state === AssignmentState.PROPOSED).length >= openProposals) return null;
  const found = ownTask(stage, ({ state }) => state !== TaskState.DONE && state !== TaskState.CANCELLED);
  if (!found) return null;
  const carrying = new Set(lettersOf(stage, found.task).map(({ organisationId }) => organisationId));
  const organisationId = one(
    stage,
    organisationIds.filter((id) => !carrying.has(id)),
  );
  if (!organisationId) return null;
  return stage.tasks.propose(found.actor, { taskId: found.task.id, organisationId, letter: stage.random.pick([Letter.SUPPORT, Letter.CONSULTED]) });
};

const remark: Act = async (stage) => {
  const found = ownTask(stage);
  if (!found) return null;
  const said = new Set((await stage.em.find(CommentTable, { taskId: found.task.id })).map(({ text }) => text));
  const text = one(
    stage,
    remarks.filter((each) => !said.has(each)),
  );
  return text === undefined ? null : stage.tasks.addComment(found.actor, { taskId: found.task.id, text });
};

const step: Act = async (stage) => {
  const found = ownTask(stage, ({ state }) => state === TaskState.AGREED || state === TaskState.IN_PROGRESS);
  if (!found) return null;
  const items = await stage.em.find(ChecklistItemTable, { taskId: found.task.id });
  const todo = one(
    stage,
    items.filter(({ done, visibility }) => !done && visibility !== Visibility.ORGANISATION),
  );
  if (todo) return stage.tasks.setChecklistItem(found.actor, { id: todo.id, done: true });
  const text = one(
    stage,
    newSteps.filter((each) => !items.some((item) => item.text === each)),
  );
  if (text === undefined || items.length >= mostSteps) return null;
  return stage.tasks.addChecklistItem(found.actor, { taskId: found.task.id, text });
};

const acts: readonly Act[] = [move, move, accept, propose, remark, step];

/** One real change by one of the partners, through the same services as everybody; false when none was possible. */
export async function actOnce(stage: Stage): Promise<boolean> {
  for (const act of stage.random.sample(acts, acts.length)) {
    const outcome = await act(stage);
    if (outcome && !("problem" in outcome)) return true;
  }
  return false;
}
