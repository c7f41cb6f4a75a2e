import { TaskState } from "../tasks/task.ts";

const words: readonly [RegExp, TaskState][] = [
  [/\b(in ?review|review|controle|controleren|nakijken|testen|testing|test|qa|check|verify)\b/, TaskState.IN_REVIEW],
  [/\b(waiting|wachten|wacht|wachtend|blocked|geblokkeerd|on hold|hold|stalled|vast|pauze)\b/, TaskState.BLOCKED],
  [/\b(done|klaar|gereed|afgerond|voltooid|finished|completed?|opgeleverd|released?|closed|gesloten|geregeld)\b/, TaskState.DONE],
  [/\b(doing|bezig|in progress|in uitvoering|lopend|loopt|onderhanden|mee bezig|busy|wip)\b/, TaskState.IN_PROGRESS],
  [/\b(afgesproken|agreed|gepland|planned|ingepland|next|hierna|ready|verdeeld|toegewezen|committed)\b/, TaskState.AGREED],
];

/** Words that turn the meaning round: "not done", "nog niet klaar", "ready for review". */
const notYet = /\b(not|niet|nog|to|te|voor|for)\s+(yet\s+)?(done|klaar|doen|doing|do|test(en)?|review)\b/;

/** The state that a list of another program most likely stands for, from its Dutch or English name. */
export function guessColumnState(name: string): TaskState {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  if (notYet.test(plain) && !/\breview\b/.test(plain)) return TaskState.PROPOSED;
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? TaskState.PROPOSED;
}
