import type { Viewer } from "@wijkbord/schema";
import { type Board, boardPayloads, planPayloads, type Problem, type Task, type TaskMutation, taskPayloads } from "@wijkbord/schema/types";
import type { Outcome } from "../activity/change.ts";
import { Refusal } from "../activity/refusal.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { ActionLineTable, BoardTable, ThemeTable } from "./board.tables.ts";
import { readCards } from "./cards.ts";
import { LabelTable } from "./task.tables.ts";
import { coalitionOf, type Subject } from "./subjects.ts";
import { tasksOf } from "./taskCard.ts";

/** A payload of the contract, or a typed problem. */
export type Answer = Promise<object | Problem>;
/** What a change is about: the object that the input names. */
export interface About {
  readonly subject: Subject;
  readonly id: string;
  readonly field?: string;
}
type Run = (actor: Viewer) => Promise<Outcome>;
interface Done {
  readonly objectId: string;
  readonly asOfSequence: number;
  readonly actor: Viewer;
}

/** Finds the membership to act with, runs the use case, and makes the answer. */
export async function answer(context: HubContext, coalitionId: () => Promise<string>, run: Run, payload: (done: Done) => Promise<object>): Answer {
  try {
    const actor = context.actor(await coalitionId());
    const outcome = await run(actor);
    return "problem" in outcome ? outcome.problem : await payload({ ...outcome, actor });
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

const find =
  (context: HubContext, { subject, id, field = "id" }: About) =>
  () =>
    coalitionOf(context, subject, id, field);

/** The task after a change, as the actor may see it. */
export async function taskAfter({ services }: HubContext, actor: Viewer, id: string): Promise<Task> {
  const [task] = tasksOf(await readCards(services.database.read(), actor, [id]));
  if (!task) throw notFoundError();
  return task;
}

/** Runs a change that answers with one task. */
export function actOnTask(context: HubContext, name: TaskMutation, about: About, run: Run): Answer {
  return answer(context, find(context, about), run, async ({ objectId, asOfSequence, actor }) =>
    Object.assign(new taskPayloads[name](), { task: await taskAfter(context, actor, objectId), asOfSequence }),
  );
}

export const boardAfter = ({ services }: HubContext, id: string): Promise<Board> => services.database.read().findOneOrFail(BoardTable, { id });

/** Runs a change that answers with one board. */
export function actOnBoard(context: HubContext, name: keyof typeof boardPayloads, about: About, run: Run): Answer {
  return answer(context, find(context, about), run, async ({ objectId, asOfSequence }) =>
    Object.assign(new boardPayloads[name](), { board: await boardAfter(context, objectId), asOfSequence }),
  );
}

/** Runs a change that answers with a theme or an action line. */
export function actOnPlan(
  context: HubContext,
  name: "createTheme" | "updateTheme" | "createActionLine" | "updateActionLine" | "publishActionLine" | "redactActionLineText",
  about: About,
  run: Run,
): Answer {
  return answer(context, find(context, about), run, async ({ objectId, asOfSequence }) => {
    const em = context.services.database.read();
    const changed =
      name === "createTheme" || name === "updateTheme"
        ? { theme: await em.findOneOrFail(ThemeTable, { id: objectId }) }
        : { actionLine: await em.findOneOrFail(ActionLineTable, { id: objectId }) };
    return Object.assign(new planPayloads[name](), { ...changed, asOfSequence });
  });
}

/** Runs a change that answers with a label; one that is gone is answered as it was. */
export function actOnLabel(context: HubContext, name: "createLabel" | "renameLabel" | "removeLabel", about: About, run: Run): Answer {
  const read = (id: string) => context.services.database.read().findOne(LabelTable, { id });
  let before: object | null = null;
  const coalitionId = async () => {
    const found = await find(context, about)();
    before = about.subject === "Label" ? await read(about.id) : null;
    return found;
  };
  return answer(context, coalitionId, run, async ({ objectId, asOfSequence }) =>
    Object.assign(new planPayloads[name](), { label: (await read(objectId)) ?? before, asOfSequence }),
  );
}
