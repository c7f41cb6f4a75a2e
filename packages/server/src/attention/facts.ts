import {
  agreementNumber,
  HandoverKind,
  HandoverState,
  type AttentionFacts,
  type AttentionHandover,
  type AttentionLetter,
  type AttentionPromise,
  type AttentionRole,
  type AttentionTask,
  type Letter,
  type TaskState,
  type Viewer,
} from "@wijkbord/schema";
import { registerOf } from "../agreements/agreementList.ts";
import type { EntityManager } from "../database/database.ts";
import { openPromisesOf } from "../meetings/promiseReads.ts";
import { rolesOf, seatsOfRoles } from "../roles/roleReads.ts";

interface TaskRow {
  id: string;
  number: number;
  prefix: string;
  title: string;
  state: TaskState;
  due_on: string | null;
  board_id: string;
  board_title: string;
  unconfirmed_import: boolean;
  promised: { letter: Letter }[];
  blocked_since: Date | string | null;
  go_on_column_id: string | null;
  version: number;
  assignments: (Omit<AttentionLetter, "createdAt"> & { createdAt: string })[];
}

const taskSql = `select t.id, t.number, c.task_prefix as prefix, t.title, t.state, t.due_on::text as due_on, b.id as board_id, b.title as board_title, t.unconfirmed_import, t.version,
  (select coalesce(jsonb_agg(jsonb_build_object('letter', m.letter)), '[]') from meeting_promise m where m.task_id = t.id and m.state = 'OPEN') as promised,
  case when t.state = 'BLOCKED' then coalesce((select max(e.occurred_at) from event e where e.coalition_id = t.coalition_id and e.task_id = t.id and e.type = 'TASK_BLOCKED'), t.created_at) end as blocked_since,
  case when t.state = 'BLOCKED' and exists (select 1 from task o where o.id = t.blocked_by_task_id and o.state = 'DONE' and (o.visibility <> 'ORGANISATION' or o.organisation_id = ?))
    then (select k.id from board_column k where k.board_id = h.board_id and k.state = coalesce(t.state_before_blocked, 'IN_PROGRESS') order by k.position limit 1) end as go_on_column_id,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'organisationId', a.organisation_id, 'membershipId', a.membership_id, 'letter', a.letter, 'state', a.state,
    'proposedByOrganisationId', a.proposed_by_organisation_id, 'createdAt', a.created_at, 'version', a.version) order by a.created_at, a.id), '[]')
    from task_assignment a where a.task_id = t.id and a.state in ('PROPOSED', 'ACCEPTED')) as assignments
  from task t join coalition c on c.id = t.coalition_id join task_placement h on h.task_id = t.id and h.is_home join board b on b.id = h.board_id and b.archived_at is null
  where t.coalition_id = ? and t.archived_at is null and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?) order by t.number`;

/** Every task that is not archived and that the viewer may see, in one statement. */
export async function attentionTasks(em: EntityManager, { coalitionId, organisationId }: Viewer): Promise<AttentionTask[]> {
  const rows = await em.execute<TaskRow[]>(taskSql, [organisationId, coalitionId, organisationId]);
  return rows.map((row) => ({
    id: row.id,
    number: `${row.prefix}-${row.number}`,
    title: row.title,
    state: row.state,
    dueOn: row.due_on,
    boardId: row.board_id,
    boardTitle: row.board_title,
    unconfirmedImport: row.unconfirmed_import,
    blockedSince: row.blocked_since === null ? null : new Date(row.blocked_since),
    goOnColumnId: row.go_on_column_id,
    version: row.version,
    promises: row.promised,
    assignments: row.assignments.map((letter) => ({ ...letter, createdAt: new Date(letter.createdAt) })),
  }));
}

/** Roles that are not retired, with their seats and those of the role above. */
export async function attentionRoles(em: EntityManager, coalitionId: string): Promise<AttentionRole[]> {
  const roles = await rolesOf(em, coalitionId, {});
  const seats = await seatsOfRoles(em, coalitionId);
  return roles.map((role) => ({ ...role, seats: seats.get(role.id) ?? [], parentSeats: role.parentRoleId ? (seats.get(role.parentRoleId) ?? []) : [] }));
}

const aboutTypes = { [HandoverKind.TASK_LETTER]: "Task", [HandoverKind.ROLE_SEAT]: "CoalitionRole", [HandoverKind.AGREEMENT]: "ProcessAgreement" } as const;

/** Requests that wait for the own organisation, with the title of what they are about. */
async function attentionHandovers(em: EntityManager, { coalitionId, organisationId }: Viewer): Promise<AttentionHandover[]> {
  const rows = await em.execute<
    { id: string; version: number; kind: HandoverKind; about_id: string; title: string; to_membership_id: string | null; created_at: Date | string }[]
  >(
    `select h.id, h.version, h.kind, h.about_id, h.to_membership_id, h.created_at, coalesce((select t.title from task t where t.id = h.about_id), (select r.name from coalition_role r where r.id = h.about_id), (select p.title from process_agreement p where p.id = h.about_id), '') as title
      from handover_request h where h.coalition_id = ? and h.to_organisation_id = ? and h.state = 'OPEN' order by h.created_at, h.id`,
    [coalitionId, organisationId],
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: HandoverState.OPEN,
    aboutType: aboutTypes[row.kind],
    aboutId: row.about_id,
    title: row.title,
    toOrganisationId: organisationId,
    toMembershipId: row.to_membership_id,
    createdAt: new Date(row.created_at),
  }));
}

/** Spoken promises that the own organisation has not answered. */
async function attentionPromises(em: EntityManager, { coalitionId, organisationId }: Viewer): Promise<AttentionPromise[]> {
  const promises = await openPromisesOf(em, coalitionId, organisationId);
  const titles = new Map(
    (promises.length === 0
      ? []
      : await em.execute<{ id: string; title: string }[]>(
          `select id, title from task where id in (${promises.map(() => "?").join(",")})`,
          promises.map(({ taskId }) => taskId),
        )
    ).map(({ id, title }) => [id, title]),
  );
  return promises.map((promise) => ({ ...promise, title: titles.get(promise.taskId) ?? "" }));
}

/** Everything that Attention is judged on. */
export async function attentionFacts(em: EntityManager, viewer: Viewer, today: string): Promise<AttentionFacts> {
  const agreements = await registerOf(em, viewer, { waitsOnMyOrganisation: true }, today);
  return {
    tasks: await attentionTasks(em, viewer),
    roles: await attentionRoles(em, viewer.coalitionId),
    handovers: await attentionHandovers(em, viewer),
    agreements: agreements.map((agreement) => ({ ...agreement, number: agreementNumber(agreement.number) })),
    promises: await attentionPromises(em, viewer),
  };
}
