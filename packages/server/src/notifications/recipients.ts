import { AccessRole, EventType, MentionTarget, mentionsIn, NotificationKind, Visibility } from "@wijkbord/schema";
import type { LoggedWork, NewEvent } from "../activity/change.ts";

/** Somebody to tell, and why. */
export interface Recipient {
  readonly membershipId: string;
  readonly kind: NotificationKind;
}

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
export const isTold = ({ type }: NewEvent): boolean => asked.has(type) || deadlines.has(type) || comments.has(type) || forWatchers.has(type);

const live = "m.coalition_id = ? and m.valid_from <= ? and (m.valid_until is null or m.valid_until > ?)";
const marks = (ids: readonly string[]) => ids.map(() => "?").join(", ");

class Search {
  constructor(private readonly work: LoggedWork) {}

  /** Live members of the coalition for which a condition holds. */
  async members(condition: string, values: readonly string[]): Promise<string[]> {
    const { em, coalition, now } = this.work;
    const rows = await em.execute<{ id: string }[]>(`select m.id from membership m where ${live} and (${condition})`, [coalition.id, now, now, ...values]);
    return rows.map(({ id }) => id);
  }

  /** An action asked of an organisation goes to the named person, else to its coordinators. */
  async organisation(organisationId: string, namedId: string | null): Promise<string[]> {
    const named = namedId ? await this.members("m.id = ? and m.organisation_id = ?", [namedId, organisationId]) : [];
    if (named.length > 0) return named;
    const roles = [AccessRole.PARTNER_COORDINATOR, AccessRole.COALITION_COORDINATOR];
    const coordinators = await this.members("m.organisation_id = ? and m.access_role in (?, ?)", [organisationId, ...roles]);
    return coordinators.length > 0 ? coordinators : this.members("m.organisation_id = ?", [organisationId]);
  }

  async column(sql: string, id: string): Promise<string | null> {
    const [row] = await this.work.em.execute<{ value: string | null }[]>(sql, [id]);
    return row?.value ?? null;
  }

  /** Persons of the organisations that lead or do a task. */
  async doers(taskId: string): Promise<string[]> {
    const rows = await this.work.em.execute<{ organisation_id: string; membership_id: string | null }[]>(
      "select organisation_id, membership_id from task_assignment where task_id = ? and state = 'ACCEPTED' and letter in ('ACCOUNTABLE', 'RESPONSIBLE')",
      [taskId],
    );
    const found: string[] = [];
    for (const row of rows) found.push(...(await this.organisation(row.organisation_id, row.membership_id)));
    return found;
  }

  watchers(taskId: string): Promise<string[]> {
    return this.members("exists (select 1 from task_watcher w where w.task_id = ? and w.membership_id = m.id)", [taskId]);
  }

  async mentioned(commentId: string): Promise<string[]> {
    const text = (await this.column("select text as value from comment where id = ?", commentId)) ?? "";
    const idsOf = (target: MentionTarget) => mentionsIn(text).flatMap((mention) => (mention.target === target ? [mention.id] : []));
    const [people, organisations] = [idsOf(MentionTarget.PERSON), idsOf(MentionTarget.ORGANISATION)];
    const found = people.length > 0 ? await this.members(`m.id in (${marks(people)})`, people) : [];
    for (const id of organisations) found.push(...(await this.organisation(id, null)));
    return found;
  }
}

const namedSql: Readonly<Record<string, string>> = {
  TaskAssignment: "select membership_id as value from task_assignment where id = ?",
  HandoverRequest: "select to_membership_id as value from handover_request where id = ?",
};

/** Whom an event is told: the first reason that holds for somebody counts. */
async function found(search: Search, { type, target, taskId, changes = [] }: NewEvent): Promise<Recipient[]> {
  const tell = (ids: readonly string[], kind: NotificationKind): Recipient[] => ids.map((membershipId) => ({ membershipId, kind }));
  if (asked.has(type)) {
    const organisationId = changes.find(({ field }) => field === "toOrganisationId" || field === "organisationId")?.after;
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
