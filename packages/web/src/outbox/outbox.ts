import type { ApolloCache, DocumentNode } from "@apollo/client";
import type { CardFragment } from "@wijkbord/schema/operations";
import type { HubScope } from "../activity/scope.ts";
import { HubUnreachable } from "../apollo/trustedLink.ts";
import { newId } from "../shared/ids.ts";
import type { Refusal } from "../tasks/refusals.ts";
import { feedOf } from "../tasks/taskFeed.ts";
import { fieldsOf, goOnFrom, isWaitingName, keepFor, keptFor, nextOf, type Waiting, waitingDocuments } from "./waiting.ts";

interface Payload {
  readonly __typename: string;
  readonly task?: CardFragment | null;
}
const problems: ReadonlySet<string> = new Set(["ValidationProblem", "NotAllowed", "NotFound", "VersionConflict", "RuleBroken"]);
const isProblem = (answer: Payload | Refusal): answer is Refusal => problems.has(answer.__typename);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What fields of a task hold in the cache now. */
function valuesOf(cache: ApolloCache, taskId: string, fields: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const read = (field: string) => (value: unknown) => {
    values[field] = value;
    return value;
  };
  cache.modify({ id: `Task:${taskId}`, fields: Object.fromEntries(fields.map((field) => [field, read(field)])) });
  return values;
}

/** How a replay ended: changes that were done, and changes that somebody must decide about. */
export interface Replayed {
  readonly done: number;
  readonly problems: number;
}

/** Changes that were made without a connection: kept on the device, sent in order when it is back. */
export class Outbox {
  private list: readonly Waiting[];
  private isRunning = false;
  private isShown = false;
  private readonly listeners = new Set<() => void>();
  private readonly readers = new Set<(result: Replayed) => void>();

  constructor(private readonly scope: HubScope) {
    this.list = keptFor(scope.membershipId);
    scope.events.onConnection(() => void this.replay());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = (): readonly Waiting[] => this.list;

  /** Whether the list of what waits is open. */
  readonly isOpen = (): boolean => this.isShown;
  readonly open = (isShown: boolean): void => {
    this.isShown = isShown;
    for (const listener of this.listeners) listener();
  };

  /** Calls back after each replay that sent something. */
  onReplayed(reader: (result: Replayed) => void): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  private set(list: readonly Waiting[]): void {
    this.list = list;
    keepFor(this.scope.membershipId, list);
    for (const listener of this.listeners) listener();
  }

  /** Whether a change of this kind must stand in line, because earlier ones wait. */
  isInLine = (mutation: DocumentNode): boolean => isWaitingName(nameOf(mutation)) && nextOf(this.list) !== undefined;

  readonly has = (id: string): boolean => this.list.some((each) => each.id === id);

  /** Keeps a change that could not be sent; false when it is of a kind that may not wait, or the hub did answer. */
  keep(mutation: DocumentNode, input: object, error: unknown, place: string | null = null): boolean {
    const name = nameOf(mutation);
    if (!isWaitingName(name) || (error !== null && !(error instanceof HubUnreachable))) return false;
    const { clientMutationId, ...rest }: Record<string, unknown> = { ...input };
    const taskId = name === "CreateTask" || name === "SetChecklistItem" ? null : (text(rest["taskId"]) ?? text(rest["id"]));
    const number = (taskId && feedOf(this.scope).cards.get(taskId)?.number) || null;
    const waiting = { id: text(clientMutationId) ?? newId(), name, input: rest, taskId, number, place, problem: null };
    const base = name === "UpdateTask" && taskId ? valuesOf(this.scope.client.cache, taskId, fieldsOf(waiting)) : {};
    this.set([...this.list, { ...waiting, base }]);
    if (error === null) void this.replay();
    return true;
  }

  /** Lets a change go; what stands on the hub stays as it is. */
  readonly drop = (id: string): void => {
    this.set(this.list.filter((each) => each.id !== id));
    void this.replay();
  };

  /** Does a refused change all the same, on top of what holds now. */
  readonly again = (id: string): void => {
    const renew = (each: Waiting): Waiting => {
      const version = each.problem?.__typename === "VersionConflict" ? { expectedVersion: each.problem.version } : {};
      return { ...each, id: newId(), input: { ...each.input, ...version }, problem: null };
    };
    this.set(this.list.map((each) => (each.id === id ? renew(each) : each)));
    void this.replay();
  };

  /** Sends what waits, one after another, until the connection is gone again or a decision is needed. */
  async replay(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const counts = { done: 0, problems: 0 };
    try {
      for (let next = nextOf(this.list); next; next = nextOf(this.list)) counts[await this.send(next)] += 1;
    } catch {
      // The hub cannot be reached or failed: what waits goes on waiting, until the next connection.
    } finally {
      this.isRunning = false;
    }
    if (counts.done + counts.problems > 0) for (const reader of this.readers) reader(counts);
  }

  private async send(waiting: Waiting): Promise<"done" | "problems"> {
    const mutation: DocumentNode = waitingDocuments[waiting.name];
    const variables = { input: { ...waiting.input, clientMutationId: waiting.id } };
    const { data } = await this.scope.client.mutate<Record<string, Payload | Refusal>>({ mutation, variables, fetchPolicy: "no-cache" });
    const [answer] = Object.values(data ?? {});
    if (!answer) throw new Error("The hub gave no answer.");
    if (isProblem(answer)) {
      this.set(this.list.map((each) => (each.id === waiting.id ? { ...each, problem: answer } : each)));
      return "problems";
    }
    if (answer.task) feedOf(this.scope).take([answer.task]);
    const later = answer.task ? goOnFrom(this.list, waiting, answer.task.version) : this.list;
    this.set(later.filter(({ id }) => id !== waiting.id));
    return "done";
  }
}

/** The name of the operation of a document. */
function nameOf({ definitions }: DocumentNode): string | undefined {
  const [first] = definitions;
  return first?.kind === "OperationDefinition" ? first.name?.value : undefined;
}

const outboxes = new WeakMap<HubScope, Outbox>();

/** The outbox of a scope; made once. */
export function outboxOf(scope: HubScope): Outbox {
  const known = outboxes.get(scope) ?? new Outbox(scope);
  outboxes.set(scope, known);
  return known;
}
