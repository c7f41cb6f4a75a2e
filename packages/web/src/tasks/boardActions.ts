import type { ApolloClient, DocumentNode, TypedDocumentNode } from "@apollo/client";
import {
  AcceptAssignmentDocument,
  CreateTaskDocument,
  type CreateTaskInput,
  MoveTaskDocument,
  PickUpTaskDocument,
  UndoEventDocument,
} from "@wijkbord/schema/operations";
import type { HubScope } from "../activity/scope.ts";
import type { OpenCoalition } from "../coalitions/coalition.ts";
import { type Language } from "../language/language.ts";
import { wordsIn } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { announce } from "../ui/announcer.ts";
import { showToast } from "../ui/Toasts.tsx";
import type { BoardStore } from "./boardStore.ts";
import { FocusRequests } from "./focusRequests.ts";
import { Marks } from "./marks.ts";
import { type Outbox, outboxOf } from "../outbox/outbox.ts";
import { outboxWords } from "../outbox/words.ts";
import type { Refusal } from "./refusals.ts";
import type { Card } from "./taskFeed.ts";
import { taskWords } from "./words.ts";

/** Where a card should stand. */
export interface Target {
  readonly columnId: string;
  /** Null is the top. */
  readonly afterTaskId: string | null;
}

/** Why a card is not where somebody wanted it, shown beside the card. */
export interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
  /** A second way, for example to do it all the same. */
  readonly again?: { readonly label: string; readonly run: () => void };
}

/** Acts on the cards of one board: shown at once, put back with the reason when the hub refuses. */
export class BoardActions {
  readonly notices = new Marks<Notice>();
  readonly focus = new FocusRequests();
  /** Cards that are edited where they stand. */
  readonly editing = new Marks<true>();
  private readonly client: ApolloClient;
  private readonly outbox: Outbox;
  private readonly t;

  constructor(
    private readonly store: BoardStore,
    private readonly coalition: OpenCoalition,
    private readonly language: Language,
    scope: HubScope,
    /** Asks for the reason when a card starts to wait. */
    private readonly askReason: (card: Card, to: Target) => void,
  ) {
    this.client = scope.client;
    this.outbox = outboxOf(scope);
    this.t = wordsIn(taskWords, language);
  }

  /** Closes the form on a card and gives the card the focus. */
  endEdit(taskId: string): void {
    this.editing.set(taskId, null);
    this.focus.request(taskId);
  }

  private titleOf(columnId: string): string {
    return this.store.frameNow().columns.find(({ id }) => id === columnId)?.title ?? "";
  }

  private stateOf(columnId: string) {
    return this.store.frameNow().columns.find(({ id }) => id === columnId)?.state;
  }

  private keep(mutation: DocumentNode, input: object, error: unknown, place: string | null): boolean {
    if (!this.outbox.keep(mutation, input, error, place)) return false;
    showToast({ text: wordsIn(outboxWords, this.language)("kept") });
    return true;
  }

  private async send<Data, Input extends object>(
    mutation: TypedDocumentNode<Data, { input: Input }>,
    variables: { input: Input },
    place: string | null = null,
  ): Promise<Data | null> {
    if (this.outbox.isInLine(mutation) && this.keep(mutation, variables.input, null, place)) return null;
    try {
      const { data } = await this.client.mutate<Data>({ mutation, variables, fetchPolicy: "no-cache" });
      return data ?? null;
    } catch (error) {
      if (this.keep(mutation, variables.input, error, place)) return null;
      showToast({ text: this.t("notSaved"), tone: "problem" });
      return null;
    }
  }

  private async linesOf(refusal: Refusal): Promise<string[]> {
    const { refusalLines } = await import("./refusals.ts");
    return refusalLines(refusal, this.language);
  }

  private async refuse(card: Card, refusal: Refusal): Promise<void> {
    const notice = { title: this.t("refused", { number: card.number }), lines: await this.linesOf(refusal) };
    this.notices.set(card.id, notice);
    announce("problem", `${notice.title}: ${notice.lines.join(" ")}`);
  }

  private conflict(card: Card, version: number, to: Target, reason: string | null): void {
    const known = this.store.feed.cards.get(card.id) ?? card;
    const now = this.titleOf(known.placements.find(({ boardId }) => boardId === this.store.boardId)?.columnId ?? "");
    const wanted = this.titleOf(to.columnId);
    const title = this.t("conflict", { number: card.number, now, wanted });
    const run = () => void this.move({ ...known, version }, to, reason);
    this.notices.set(card.id, { title, lines: [], again: { label: this.t("conflictAgain", { wanted }), run } });
    announce("problem", title);
  }

  /** Moves a card; the toast offers to undo it. */
  async move(card: Card, to: Target, reason: string | null = null): Promise<void> {
    const from = this.store.order.confirmedPlace(card.id);
    if (!from || (from.columnId === to.columnId && from.afterTaskId === to.afterTaskId) || to.afterTaskId === card.id) return;
    const startsToWait = this.stateOf(to.columnId) === "BLOCKED" && card.state !== "BLOCKED";
    if (startsToWait && !reason) {
      this.askReason(card, to);
      return;
    }
    this.notices.set(card.id, null);
    this.store.order.move(card.id, to);
    const clientMutationId = newId();
    const input = { id: card.id, ...to, expectedVersion: card.version, reason, clientMutationId };
    const result = (await this.send(MoveTaskDocument, { input }, this.titleOf(to.columnId)))?.moveTask;
    if (result?.__typename === "MoveTaskPayload") this.store.feed.take([result.task]);
    if (!this.outbox.has(clientMutationId)) this.store.order.settle(card.id);
    if (!result) return;
    if (result.__typename === "VersionConflict") this.conflict(card, result.version, to, reason);
    else if (result.__typename !== "MoveTaskPayload") await this.refuse(card, result);
    else {
      const words = from.columnId === to.columnId ? "movedHere" : "moved";
      const text = this.t(words, { number: card.number, column: this.titleOf(to.columnId) });
      this.offerUndo(card, clientMutationId, text);
    }
  }

  /** Tells what was done, with the way back. */
  private offerUndo(card: Card, clientMutationId: string, text: string): void {
    showToast({ text, action: { label: this.t("undo"), key: "Z", run: () => void this.undo(card, clientMutationId) } });
  }

  private async undo(card: Card, clientMutationId: string): Promise<void> {
    const eventId = await this.store.feed.eventOf(clientMutationId);
    if (!eventId) return showToast({ text: this.t("notSaved"), tone: "problem" });
    const result = (await this.send(UndoEventDocument, { input: { eventId, clientMutationId: newId() } }))?.undoEvent;
    if (!result) return;
    if (result.__typename !== "UndoEventPayload") return this.refuse(card, result);
    if (result.task) this.store.feed.take([result.task]);
    const column = this.titleOf(this.store.order.columnOf(card.id) ?? "");
    showToast({ text: this.t("undone", { number: card.number, column }) });
    this.focus.request(card.id);
  }

  /** Klaar in one act: to the top of the first column for what is done. */
  finish(card: Card): void {
    const done = this.store.frameNow().columns.find(({ state }) => state === "DONE");
    if (done) void this.move(card, { columnId: done.id, afterTaskId: null });
  }

  private get ownName(): string {
    return this.coalition.organisations.get(this.coalition.viewer.organisationId)?.shortName ?? "";
  }

  /** Pak op in one act: the own organisation trekt and doet. */
  async pickUp(card: Card): Promise<void> {
    const input = { id: card.id, expectedVersion: card.version, reason: null, clientMutationId: newId() };
    const result = (await this.send(PickUpTaskDocument, { input }))?.pickUpTask;
    if (result?.__typename === "PickUpTaskPayload") {
      this.notices.set(card.id, null);
      this.store.feed.take([result.task]);
      showToast({ text: this.t("pickedUp", { organisation: this.ownName, number: card.number }) });
    } else if (result) await this.refuse(card, result);
  }

  /** Says yes to all that the own organisation is asked for on a card. */
  async confirm(card: Card): Promise<void> {
    const own = card.assignments.filter(({ organisationId, state }) => organisationId === this.coalition.viewer.organisationId && state === "PROPOSED");
    for (const { id, version } of own) {
      const input = { id, expectedVersion: version, reason: null, clientMutationId: newId() };
      const result = (await this.send(AcceptAssignmentDocument, { input }))?.acceptAssignment;
      if (!result) return;
      if (result.__typename !== "AcceptAssignmentPayload") return this.refuse(card, result);
      this.store.feed.take([result.task]);
    }
    this.notices.set(card.id, null);
    showToast({ text: this.t("confirmed", { organisation: this.ownName, number: card.number }) });
  }

  /** Makes a task; gives what is wrong with it, or null when it stands on the board. */
  async create(input: Pick<CreateTaskInput, "title" | "columnId" | "accountableOrganisationId" | "dueOn" | "templateId">): Promise<string | null> {
    const id = newId();
    const clientMutationId = newId();
    const result = (await this.send(CreateTaskDocument, { input: { ...input, id, boardId: this.store.boardId, clientMutationId } }))?.createTask;
    if (!result) return this.outbox.has(clientMutationId) ? null : this.t("notSaved");
    if (result.__typename !== "CreateTaskPayload") return (await this.linesOf(result)).join(" ");
    this.store.feed.take([result.task]);
    this.focus.request(id);
    const column = this.titleOf(result.task.placements.find(({ boardId }) => boardId === this.store.boardId)?.columnId ?? "");
    showToast({ text: this.t("added", { number: result.task.number, column }) });
    return null;
  }
}
