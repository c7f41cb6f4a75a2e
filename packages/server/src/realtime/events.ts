import type { Viewer } from "@wijkbord/schema";
import { EventActor, HubEvent, type LoggedEvent } from "@wijkbord/schema/types";
import { UserTable } from "../accounts/account.tables.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { type Card, readCards } from "../tasks/cards.ts";

/** Cards of live subjects, so that resolvers need not read them again. */
export const subjectCards = new WeakMap<object, Card>();

const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id): id is string => id !== null))];

/** Who made these events, with names as they are now. */
async function actorsOf(em: EntityManager, events: readonly LoggedEvent[]): Promise<(membershipId: string | null) => EventActor> {
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

/** Events as the contract shows them, with the objects as they are now and as the viewer may see them. */
export async function hubEvents(database: Database, viewer: Viewer, events: readonly LoggedEvent[], withSubjects = true): Promise<HubEvent[]> {
  if (events.length === 0) return [];
  const em = database.read();
  const actorOf = await actorsOf(em, events);
  const cards = withSubjects ? await readCards(em, viewer, unique(events.map(({ taskId }) => taskId))) : [];
  const byTask = new Map(cards.map((card) => [card.task.id, card]));
  for (const card of cards) subjectCards.set(card.task, card);
  return events.map((event) =>
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
      subject: (event.taskId && byTask.get(event.taskId)?.task) || null,
      clientMutationId: event.clientMutationId,
      undoes: event.undoes,
    }),
  );
}
