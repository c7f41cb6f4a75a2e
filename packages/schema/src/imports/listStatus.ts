import { TaskState } from "../tasks/task.ts";
import { guessColumnState } from "./columnStates.ts";
import { foldText } from "./listTable.ts";

/** A column that a status may lead to. */
export interface StatusColumn {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
}

const words: readonly [RegExp, TaskState][] = [
  [
    /^(open|nieuw|nog te doen|te doen|todo|to do|niet gestart|nog niet gestart|niet begonnen|nog niet begonnen|nee|0|idee|te verdelen|actie)$/,
    TaskState.PROPOSED,
  ],
  [/^(gestart|begonnen|in behandeling|in ontwikkeling|loopt|lopende|onderweg|mee bezig|deels|deels klaar|[1-9]\d?)$/, TaskState.IN_PROGRESS],
  [/^(ja|100|v|x|ok|oke|akkoord|gedaan|afgehandeld|uitgevoerd|afgesloten|af)$/, TaskState.DONE],
];

/** What stands in for a state that a board has no column of. */
const instead: Readonly<Partial<Record<TaskState, readonly TaskState[]>>> = {
  [TaskState.AGREED]: [TaskState.PROPOSED],
  [TaskState.IN_REVIEW]: [TaskState.IN_PROGRESS],
  [TaskState.BLOCKED]: [TaskState.IN_PROGRESS],
};

/** The state that a status word stands for; null when it says nothing. */
export function statusState(text: string): TaskState | null {
  if (/^[✓✔☑]/u.test(text.trim())) return TaskState.DONE;
  const plain = foldText(text);
  const own = words.find(([pattern]) => pattern.test(plain))?.[1];
  if (own) return own;
  const guessed = guessColumnState(text);
  return guessed === TaskState.PROPOSED ? null : guessed;
}

/** The column that a status leads to, and whether a person should look. */
export function columnOfStatus(text: string, columns: readonly StatusColumn[]): { columnId: string; doubtful: boolean } {
  const first = columns.find(({ state }) => state === TaskState.PROPOSED) ?? columns[0];
  const start = { columnId: first?.id ?? "", doubtful: false };
  const plain = foldText(text);
  if (text.trim() === "" || text.trim() === "-") return start;
  const titled = columns.find(({ title }) => foldText(title) === plain);
  if (titled) return { columnId: titled.id, doubtful: false };
  const state = statusState(text);
  if (state === null) return { ...start, doubtful: true };
  const column = columns.find((one) => one.state === state);
  if (column) return { columnId: column.id, doubtful: false };
  const other = columns.find((one) => instead[state]?.includes(one.state)) ?? first;
  return { columnId: other?.id ?? "", doubtful: true };
}
