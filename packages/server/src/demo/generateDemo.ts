import { EventType, Priority, TaskFieldGroup } from "@wijkbord/schema";
import { CommandRefused } from "../cli/refusalSentence.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Services } from "../services.ts";
import { generateCoalition, type GenerateOptions } from "./generate.ts";
import { DemoIds } from "./ids.ts";
import { createRandom } from "./random.ts";
import { seedCoalition } from "./seed.ts";
import type { DemoCoalition } from "./data/types.ts";
import type { MoreHistory } from "./write/board.ts";
import { taskHistory } from "./write/history.ts";

export interface DemoSize extends GenerateOptions {
  /** Entries of the log, all together. */
  readonly events: number;
}

const minute = 60_000;
const priorities = [Priority.LOW, Priority.NORMAL, Priority.HIGH] as const;

/** Lets the priority of every task change so often that the log gets its length; the last change leaves it as it is. */
function changesOfPriority(seed: number, extra: number, tasks: number): MoreHistory {
  const random = createRandom(seed + 1);
  let told = 0;
  return ({ task, taskId, boardId }, history) => {
    const count = Math.floor((extra * (told + 1)) / tasks) - Math.floor((extra * told) / tasks);
    told += 1;
    const values: Priority[] = [task.priority];
    while (values.length <= count) values.push(random.pick(priorities.filter((one) => one !== values.at(-1)) as [Priority, ...Priority[]]));
    values.reverse();
    const start = (history.entries.at(-1)?.at ?? history.createdAt).getTime();
    for (let change = 1; change <= count; change++) {
      const version = history.entries.length + 1;
      history.groups[TaskFieldGroup.PLANNING] = version;
      history.entries.push({
        at: new Date(start + change * minute),
        type: EventType.TASK_UPDATED,
        actorMembershipId: history.createdBy,
        target: { type: "Task", id: taskId },
        taskId,
        boardId,
        version,
        changes: [{ field: "priority", before: values[change - 1], after: values[change] }],
        hiddenFor: null,
      });
    }
  };
}

/** How many entries the log of a coalition has before it is made longer. */
function plainLength(demo: DemoCoalition, now: Date): number {
  const telling = { demo, ids: new DemoIds("counting"), now };
  const lengths = demo.boards.flatMap((board) =>
    board.tasks.map((task, index) => taskHistory(telling, { task, taskId: "", board, boardId: "", index, assignmentIds: [], commentIds: [] }).entries.length),
  );
  return lengths.reduce((sum, length) => sum + length, demo.boards.length);
}

/** Writes a large fictional coalition; the same for the same numbers. */
export async function generateDemo(
  services: Pick<Services, "database" | "clock">,
  size: DemoSize,
  progress: (done: number, total: number) => void,
): Promise<{ slug: string; tasks: number; events: number }> {
  const { database, clock } = services;
  const demo = generateCoalition(size);
  if (await database.read().count(CoalitionTable, { slug: demo.slug })) {
    throw new CommandRefused(`The coalition ${demo.slug} exists already. Choose another --seed, or take it away with "demo reset".`);
  }
  const now = clock.now();
  const plain = plainLength(demo, now);
  const more = size.events > plain && size.tasks > 0 ? changesOfPriority(size.seed, size.events - plain, size.tasks) : () => {};
  const events = await database.transaction((em) => seedCoalition(em, demo, now, { ids: new DemoIds(demo.slug), more, maxEvents: size.events, progress }));
  return { slug: demo.slug, tasks: size.tasks, events };
}
