import { mayReadAgreementEvent, type Viewer, Visibility } from "@wijkbord/schema";
import { Board, EventActor, HubEvent, type CoalitionRole, type LoggedEvent, type Meeting, type ProcessAgreement, type Task } from "@wijkbord/schema/types";
import { UserTable } from "../accounts/account.tables.ts";
import { readAgreements } from "../agreements/visible.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { meetingsById } from "../meetings/meetingReads.ts";
import { rolesById } from "../roles/roleReads.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { type Card, readCards } from "../tasks/cards.ts";

/** Cards of live subjects, so that resolvers need not read them again. */
export const subjectCards = new WeakMap<object, Card>();

type ActorOf = (membershipId: string | null) => EventActor;
const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id): id is string => id !== null))];

/** Who made these events, with names as they are now. */
async function actorsOf(em: EntityManager, events: readonly LoggedEvent[]): Promise<ActorOf> {
  const memberships = await em.find(MembershipTable, { id: { $in: unique(events.map(({ actorMembershipId }) => actorMembershipId)) } });
  const users = await em.find(UserTable, { id: { $in: unique(memberships.map(({ userId }) => userId)) } });
  const organisations = await em.find(OrganisationTable, { id: { $in: unique(memberships.map(({ organisationId }) => organisationId)) } });
  return (membershipId) => {
    const membership = memberships.find(({ id }) => id === membershipId);
    const organisation = organisations.find(({ id }) => id === membership?.organisationId) ?? null;
    const displayName = users.find(({ id }) => id === membership?.userId)?.displayName ?? null;
    return Object.assign(new EventActor(), { membershipId, organisation, displayName });
  };
}

/** The board that an event without a task is about. */
const boardIdOf = ({ taskId, targetType, boardIds }: LoggedEvent): string | null =>
  taskId === null && (targetType === "Board" || targetType === "BoardColumn") ? (boardIds[0] ?? null) : null;

/** Which parts of events a reader asks for; the others are not read. */
export interface Wanted {
  readonly actors: boolean;
  readonly subjects: boolean;
}
const everything: Wanted = { actors: true, subjects: true };

/** Reads what a page of events shows, once for all groups that get the page. */
export class EventReads {
  private actors: Promise<ActorOf> | null = null;
  private readonly cards = new Map<string, Promise<Map<string, Task>>>();

  constructor(
    private readonly database: Database,
    private readonly events: readonly LoggedEvent[],
  ) {}

  /** Events as the contract shows them, with the objects as they are now and as the viewer may see them. */
  async shown(viewer: Viewer, candidates: readonly LoggedEvent[], { actors, subjects }: Wanted = everything): Promise<HubEvent[]> {
    const visible = candidates.filter((event) => mayReadAgreementEvent(viewer, event));
    if (visible.length === 0) return [];
    const actorOf = actors ? await (this.actors ??= actorsOf(this.database.read(), this.events)) : () => new EventActor();
    const tasks = subjects ? await this.tasksFor(viewer) : null;
    const boards = subjects ? await this.boards(visible) : null;
    const agreements = subjects ? await this.agreements(viewer, visible) : null;
    const roles = subjects ? await this.roles(viewer, visible) : null;
    const meetings = subjects ? await this.meetings(viewer, visible) : null;
    return visible.map((event) =>
      Object.assign(new HubEvent(), {
        id: event.id,
        sequence: event.sequence,
        type: event.type,
        occurredAt: event.occurredAt,
        actor: actorOf(event.actorMembershipId),
        target: { type: event.targetType, id: event.targetId },
        taskId: event.taskId,
        boardIds: event.boardIds,
        version: event.version,
        changes: event.changes,
        subject:
          tasks?.get(event.taskId ?? "") ??
          boards?.get(boardIdOf(event) ?? "") ??
          agreements?.get(event.targetId) ??
          roles?.get(event.targetId) ??
          meetings?.get(event.targetId) ??
          null,
        clientMutationId: event.clientMutationId,
        undoes: event.undoes,
        byDemo: event.byDemo,
      }),
    );
  }

  /** Agreements that the viewer may read, as they are now. */
  private async agreements(viewer: Viewer, visible: readonly LoggedEvent[]): Promise<Map<string, ProcessAgreement>> {
    const ids = unique(visible.flatMap(({ targetType, targetId }) => (targetType === "ProcessAgreement" ? [targetId] : [])));
    const found = ids.length > 0 ? await readAgreements(this.database.read(), viewer, ids) : [];
    return new Map(found.map((agreement) => [agreement.id, agreement]));
  }

  /** Roles as they are now; all members read them. */
  private async roles({ coalitionId }: Viewer, visible: readonly LoggedEvent[]): Promise<Map<string, CoalitionRole>> {
    const ids = unique(visible.flatMap(({ targetType, targetId }) => (targetType === "CoalitionRole" ? [targetId] : [])));
    const found = ids.length > 0 ? await rolesById(this.database.read(), coalitionId, ids) : [];
    return new Map(found.map((role) => [role.id, role]));
  }

  /** Meetings as they are now; all members read them. */
  private async meetings({ coalitionId }: Viewer, visible: readonly LoggedEvent[]): Promise<Map<string, Meeting>> {
    const ids = unique(visible.flatMap(({ targetType, targetId }) => (targetType === "Meeting" ? [targetId] : [])));
    const found = ids.length > 0 ? await meetingsById(this.database.read(), coalitionId, ids) : [];
    return new Map(found.map((meeting) => [meeting.id, meeting]));
  }

  /** Cards depend on the organisation alone, so its groups share them. */
  private tasksFor(viewer: Viewer): Promise<Map<string, Task>> {
    const known = this.cards.get(viewer.organisationId);
    if (known) return known;
    const mine = this.events.filter(({ visibility, organisationId }) => visibility !== Visibility.ORGANISATION || organisationId === viewer.organisationId);
    const reading = readCards(this.database.read(), viewer, unique(mine.map(({ taskId }) => taskId))).then((cards) => {
      for (const card of cards) subjectCards.set(card.task, card);
      return new Map(cards.map(({ task }) => [task.id, task]));
    });
    this.cards.set(viewer.organisationId, reading);
    return reading;
  }

  /** Boards are objects of one answer: what resolvers remember of them belongs to one permission class. */
  private async boards(visible: readonly LoggedEvent[]): Promise<Map<string, Board>> {
    const ids = unique(visible.map(boardIdOf));
    const rows = ids.length === 0 ? [] : await this.database.read().find(BoardTable, { id: { $in: ids } });
    return new Map(rows.map((row) => [row.id, Object.assign(new Board(), row)]));
  }
}

/** Events as one viewer may see them, for answers that nobody shares. */
export const hubEvents = (database: Database, viewer: Viewer, events: readonly LoggedEvent[], withSubjects = true): Promise<HubEvent[]> =>
  new EventReads(database, events).shown(viewer, events, { actors: true, subjects: withSubjects });
