import { AccessRole, MentionTarget, mentionsIn, type NotificationKind } from "@wijkbord/schema";
import type { DecisionRef } from "@wijkbord/schema/types";
import type { LoggedWork, NewEvent } from "../activity/change.ts";

/** Somebody to tell, and why. */
export interface Recipient {
  readonly membershipId: string;
  readonly kind: NotificationKind;
}

/** What a field became in an event; undefined when the event does not name it. */
export const valueOf = ({ changes = [] }: NewEvent, field: string): unknown => changes.find((change) => change.field === field)?.after;

const isRef = (ref: unknown): ref is DecisionRef =>
  typeof ref === "object" && ref !== null && "type" in ref && "id" in ref && typeof ref.type === "string" && typeof ref.id === "string";

/** What a decision is about, as its event says. */
export function refsOf(event: NewEvent): DecisionRef[] {
  const refs = valueOf(event, "refs");
  return Array.isArray(refs) ? refs.filter(isRef) : [];
}

const live = "m.coalition_id = ? and m.valid_from <= ? and (m.valid_until is null or m.valid_until > ?)";
const marks = (ids: readonly string[]) => ids.map(() => "?").join(", ");

/** Finds the live members whom something concerns. */
export class Search {
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

  /** The same for several organisations; ids that are none are passed over. */
  async organisations(ids: unknown): Promise<string[]> {
    const found: string[] = [];
    if (Array.isArray(ids)) for (const id of new Set(ids)) if (typeof id === "string") found.push(...(await this.organisation(id, null)));
    return found;
  }

  /** One value of a thing; null when it has none. */
  async column(sql: string, id: string): Promise<string | null> {
    return (await this.columns(sql, id))[0] ?? null;
  }

  /** That value of each row. */
  async columns(sql: string, id: string): Promise<(string | null)[]> {
    return (await this.work.em.execute<{ value: string | null }[]>(sql, [id])).map(({ value }) => value);
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
