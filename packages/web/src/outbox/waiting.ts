import {
  AddChecklistItemDocument,
  AddCommentDocument,
  CreateTaskDocument,
  MoveTaskDocument,
  SetChecklistItemDocument,
  UpdateTaskDocument,
} from "@wijkbord/schema/operations";
import type { Refusal } from "../tasks/refusals.ts";

type Values = Readonly<Record<string, unknown>>;

/** Changes that may wait for a connection. Saying yes or no for an organisation may not: that asks what holds now. */
export const waitingDocuments = {
  CreateTask: CreateTaskDocument,
  UpdateTask: UpdateTaskDocument,
  MoveTask: MoveTaskDocument,
  AddComment: AddCommentDocument,
  AddChecklistItem: AddChecklistItemDocument,
  SetChecklistItem: SetChecklistItemDocument,
};
export type WaitingName = keyof typeof waitingDocuments;

/** One change that the hub has not answered yet. */
export interface Waiting {
  /** Its own key: sent twice, the hub does it once. */
  readonly id: string;
  readonly name: WaitingName;
  readonly input: Values;
  readonly taskId: string | null;
  /** Short number of the task, where one is known. */
  readonly number: string | null;
  /** Title of the column that it moves to. */
  readonly place: string | null;
  /** What the changed fields held when the change was made. */
  readonly base: Values;
  /** Why it was not done; null while it waits. */
  readonly problem: Refusal | null;
}

export const isWaitingName = (name: unknown): name is WaitingName => typeof name === "string" && name in waitingDocuments;

const isWaiting = (value: unknown): value is Waiting =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  "input" in value &&
  "base" in value &&
  "problem" in value &&
  "name" in value &&
  isWaitingName(value.name);

const about = new Set(["id", "taskId", "boardId", "expectedVersion", "clientMutationId", "afterTaskId"]);
/** The fields that a change writes. */
export const fieldsOf = ({ input }: Pick<Waiting, "input">): string[] => Object.keys(input).filter((field) => !about.has(field) && input[field] !== undefined);

/** What others wrote into the same fields meanwhile; null when they changed other fields only, so that both can stay. */
export function othersVersion({ problem, ...waiting }: Waiting): Values | null {
  if (problem?.__typename !== "VersionConflict" || typeof problem.current !== "object" || problem.current === null) return null;
  const current = Object.entries(problem.current).filter(([field, value]) => field in waiting.base && value !== waiting.base[field]);
  return current.length > 0 ? Object.fromEntries(current) : null;
}

const sameGroup = (one: Waiting, other: Waiting): boolean =>
  one.taskId === other.taskId && one.name === other.name && fieldsOf(one).join() === fieldsOf(other).join();

/** Changes of the same fields that were made after this one go on from the version that it became. */
export const goOnFrom = (list: readonly Waiting[], done: Waiting, version: number): Waiting[] =>
  list.map((each) => (each.id !== done.id && sameGroup(each, done) ? { ...each, input: { ...each.input, expectedVersion: version } } : each));

/** The next one to send: in order, but not past one of the same task that somebody must decide about. */
export function nextOf(list: readonly Waiting[]): Waiting | undefined {
  const held = new Set<string>();
  for (const waiting of list) {
    if (waiting.problem) held.add(waiting.taskId ?? waiting.id);
    else if (!held.has(waiting.taskId ?? waiting.id)) return waiting;
  }
  return undefined;
}

const prefix = "wijkbord.waiting.";

/** The changes of a membership that were kept on this device. */
export function keptFor(membershipId: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + membershipId) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/** Keeps them through a closed window. */
export function keepFor(membershipId: string, list: readonly Waiting[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(prefix + membershipId);
    else localStorage.setItem(prefix + membershipId, JSON.stringify(list));
  } catch {
    // A full store costs only the copy, never what waits in this window.
  }
}

/** Forgets everything that waits on this device, when somebody signs out. */
export function forgetWaiting(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
