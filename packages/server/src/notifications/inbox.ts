import type { EventType, NotificationKind, Viewer } from "@wijkbord/schema";
import { type Notification, NotificationConnection, NotificationEntry } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";

interface Row {
  id: string;
  kind: NotificationKind;
  reason: EventType;
  about_type: string;
  about_id: string;
  source_id: string;
  mail_id: string | null;
  actor_membership_id: string | null;
  created_at: Date | string;
  read_at: Date | string | null;
  number: string | null;
  title: string;
  starts_at: Date | string | null;
  actor_name: string | null;
  actor_organisation: string | null;
}

/** Where a page goes on: the moment and identity of its last entry. */
interface Place {
  readonly at: string;
  readonly id: string;
}

/** Only what the member may read at this moment counts and shows. */
const readable = `(n.about_type <> 'Task' or exists (select 1 from task t where t.id = n.about_id and (t.visibility <> 'ORGANISATION' or t.organisation_id = ?)))`;

const inboxSql = `select n.*,
    case when t.id is not null then c.task_prefix || '-' || t.number when p.id is not null then 'PA-' || lpad(p.number::text, greatest(2, length(p.number::text)), '0') end as number,
    coalesce(t.title, r.name, p.title, g.title, '') as title, g.starts_at, u.display_name as actor_name, o.short_name as actor_organisation
  from notification n join coalition c on c.id = n.coalition_id
  left join task t on n.about_type = 'Task' and t.id = n.about_id left join coalition_role r on n.about_type = 'CoalitionRole' and r.id = n.about_id
  left join process_agreement p on n.about_type = 'ProcessAgreement' and p.id = n.about_id left join meeting g on n.about_type = 'Meeting' and g.id = n.about_id
  left join membership m on m.id = n.actor_membership_id left join user_account u on u.id = m.user_id left join organisation o on o.id = m.organisation_id
  where n.coalition_id = ? and n.membership_id = ? and ${readable}`;

const moment = (value: Date | string) => new Date(value);
const cursorOf = ({ at, id }: Place) => `${at} ${id}`;

/** The place that a cursor names; null for a text that is none. */
export function placeOf(cursor: string): Place | null {
  const [at = "", id = ""] = cursor.split(" ");
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };
}

/** How many notifications wait for a member. */
export async function waitingFor(em: EntityManager, { coalitionId, membershipId, organisationId }: Viewer): Promise<number> {
  const [row] = await em.execute<{ waiting: number | string }[]>(
    `select count(*) as waiting from notification n where n.coalition_id = ? and n.membership_id = ? and n.read_at is null and ${readable}`,
    [coalitionId, membershipId, organisationId],
  );
  return Number(row?.waiting ?? 0);
}

function entryOf(row: Row, viewer: Viewer): NotificationEntry {
  const createdAt = moment(row.created_at);
  const node: Notification = {
    id: row.id,
    coalitionId: viewer.coalitionId,
    membershipId: viewer.membershipId,
    kind: row.kind,
    reason: row.reason,
    aboutType: row.about_type,
    aboutId: row.about_id,
    sourceId: row.source_id,
    mailId: row.mail_id,
    actorMembershipId: row.actor_membership_id,
    createdAt,
    readAt: row.read_at === null ? null : moment(row.read_at),
  };
  return Object.assign(new NotificationEntry(), {
    cursor: cursorOf({ at: createdAt.toISOString(), id: row.id }),
    node,
    number: row.number,
    title: row.title,
    startsAt: row.starts_at === null ? null : moment(row.starts_at),
    actorName: row.actor_name,
    actorOrganisation: row.actor_organisation,
  });
}

/** What a mail tells a member that it has not read yet and may read now, oldest first; a meeting also when it was read, for its calendar. */
export async function toldBy(em: EntityManager, viewer: Viewer, mailId: string): Promise<NotificationEntry[]> {
  const { coalitionId, membershipId, organisationId } = viewer;
  const rows = await em.execute<Row[]>(`${inboxSql} and n.mail_id = ? and (n.read_at is null or n.kind = 'MEETING') order by n.created_at, n.id`, [
    coalitionId,
    membershipId,
    organisationId,
    mailId,
  ]);
  return rows.map((row) => entryOf(row, viewer));
}

/** A page of what a member was told, newest first. */
export async function inboxOf(em: EntityManager, viewer: Viewer, first: number, after: Place | null): Promise<NotificationConnection> {
  const { coalitionId, membershipId, organisationId } = viewer;
  const rows = await em.execute<Row[]>(
    `${inboxSql}${after ? " and (n.created_at, n.id) < (?::timestamptz, ?::uuid)" : ""} order by n.created_at desc, n.id desc limit ?`,
    [coalitionId, membershipId, organisationId, ...(after ? [after.at, after.id] : []), first + 1],
  );
  const edges = rows.slice(0, first).map((row) => entryOf(row, viewer));
  return Object.assign(new NotificationConnection(), {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    unreadCount: await waitingFor(em, viewer),
  });
}
