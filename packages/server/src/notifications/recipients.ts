import { EventType, NotificationKind, Visibility } from "@wijkbord/schema";
import type { LoggedWork, NewEvent } from "../activity/change.ts";
import { coalitionNews } from "./coalitionNews.ts";
import { type Recipient, Search, valueOf } from "./search.ts";

const { ASKED, DEADLINE, MENTION, NEWS } = NotificationKind;

const asked: ReadonlySet<EventType> = new Set([
  EventType.ASSIGNMENT_PROPOSED,
  EventType.ROLE_HOLDER_PROPOSED,
  EventType.HANDOVER_REQUESTED,
  EventType.PROMISE_RECORDED,
]);
const deadlines: ReadonlySet<EventType> = new Set([EventType.TASK_DUE_SOON, EventType.TASK_OVERDUE]);
const comments: ReadonlySet<EventType> = new Set([EventType.COMMENT_ADDED, EventType.COMMENT_EDITED]);
const forDoers: ReadonlySet<EventType> = new Set([EventType.TASK_MOVED, EventType.TASK_BLOCKED, EventType.TASK_UNBLOCKED]);
const forWatchers: ReadonlySet<EventType> = new Set([...forDoers, EventType.TASK_UPDATED, EventType.COMMENT_ADDED]);

/** Whether anybody could be told of an event. */
export const isTold = ({ type }: NewEvent): boolean =>
  asked.has(type) || deadlines.has(type) || comments.has(type) || forWatchers.has(type) || coalitionNews[type] !== undefined;

const namedSql: Readonly<Record<string, string>> = {
  TaskAssignment: "select membership_id as value from task_assignment where id = ?",
  HandoverRequest: "select to_membership_id as value from handover_request where id = ?",
};

/** Whom an event is told: the first reason that holds for somebody counts. */
async function found(search: Search, event: NewEvent): Promise<Recipient[]> {
  const { type, target, taskId } = event;
  const news = coalitionNews[type];
  if (news) return news(search, event);
  const tell = (ids: readonly string[], kind: NotificationKind): Recipient[] => ids.map((membershipId) => ({ membershipId, kind }));
  if (asked.has(type)) {
    const organisationId = valueOf(event, "toOrganisationId") ?? valueOf(event, "organisationId");
    if (typeof organisationId !== "string") return [];
    const sql = namedSql[target.type];
    return tell(await search.organisation(organisationId, sql ? await search.column(sql, target.id) : null), ASKED);
  }
  if (!taskId) return [];
  if (deadlines.has(type)) return tell(await search.doers(taskId), DEADLINE);
  return [
    ...tell(comments.has(type) ? await search.mentioned(target.id) : [], MENTION),
    ...tell(forDoers.has(type) ? await search.doers(taskId) : [], NEWS),
    ...tell(forWatchers.has(type) ? await search.watchers(taskId) : [], NEWS),
  ];
}

/** Everybody who is told of an event, once, never its actor, and only those who may read what it is about. */
export async function recipientsOf(work: LoggedWork, event: NewEvent, actorMembershipId: string | null): Promise<Recipient[]> {
  const search = new Search(work);
  const candidates = await found(search, event);
  if (candidates.length === 0) return [];
  const hidden = event.visibility === Visibility.ORGANISATION;
  const readers = hidden ? new Set(await search.members("m.organisation_id = ?", [event.organisationId ?? ""])) : null;
  const chosen = new Map<string, Recipient>();
  for (const recipient of candidates) {
    const { membershipId } = recipient;
    if (membershipId === actorMembershipId || chosen.has(membershipId) || readers?.has(membershipId) === false) continue;
    chosen.set(membershipId, recipient);
  }
  return [...chosen.values()];
}
