import {
  type AccessRole,
  type AttentionFacts,
  AttentionKind,
  attentionOf,
  AttentionReach,
  type Capability,
  dayIn,
  NotificationKind,
  type Viewer,
} from "@wijkbord/schema";
import type { NotificationEntry } from "@wijkbord/schema/types";
import { attentionFacts } from "../../attention/facts.ts";
import type { EntityManager } from "../../database/database.ts";
import { workingDaysBetween } from "../../time/workingDays.ts";
import { toldBy } from "../inbox.ts";
import type { CalendarEvent, Language, Letter, Line, Section } from "./letter.ts";
import { type Mail, MailKind } from "./mail.tables.ts";

const askedKinds: ReadonlySet<AttentionKind> = new Set([
  AttentionKind.LETTER_ASKED,
  AttentionKind.SEAT_ASKED,
  AttentionKind.HANDOVER_ASKED,
  AttentionKind.AGREEMENT_WAITS,
  AttentionKind.PROMISE_TO_CONFIRM,
]);

type Told = Pick<Mail, "id" | "userId" | "kind" | "about">;

interface Reader {
  membership_id: string;
  coalition_id: string;
  coalition: string;
  slug: string;
  time_zone: string;
  organisation_id: string;
  organisation: string;
  access_role: AccessRole;
  capabilities: Capability[];
}

/** The live memberships that a mail tells something. */
const readerSql = `select m.id as membership_id, m.coalition_id, c.name as coalition, c.slug, c.time_zone, m.organisation_id, o.short_name as organisation, m.access_role, m.capabilities
  from membership m join organisation o on o.id = m.organisation_id join coalition c on c.id = m.coalition_id
  where m.user_id = ? and (m.valid_until is null or m.valid_until > ?) and (o.left_on is null or o.left_on > ?)
    and exists (select 1 from notification n where n.membership_id = m.id and n.mail_id = ?) order by c.name, o.short_name`;

function pathOf({ slug, time_zone: timeZone }: Reader, { node, number, startsAt }: NotificationEntry): string {
  if (node.aboutType === "Task" && number) return `${slug}/taken/${number}`;
  if (node.aboutType === "ProcessAgreement" && number) return `${slug}/afspraken/${number}`;
  if (node.aboutType === "CoalitionRole") return `${slug}/rollen/${node.aboutId}`;
  return startsAt ? `${slug}/overleg/${dayIn(startsAt, timeZone)}` : `${slug}/vandaag`;
}

/** What still waits for an answer of the organisation: tasks, roles, agreements, and meetings with promises. */
function waitingOf(facts: AttentionFacts, viewer: Viewer, now: Date, timeZone: string): ReadonlySet<string> {
  const waiting = attentionOf(facts, { viewer, today: dayIn(now, timeZone), workingDaysSince: (moment) => workingDaysBetween(moment, now, timeZone) });
  const asked = waiting.filter(({ kind, reach }) => askedKinds.has(kind) && reach !== AttentionReach.COALITION);
  return new Set([...asked.map(({ aboutId }) => aboutId), ...facts.promises.map(({ meetingId }) => meetingId)]);
}

/** The promises of an organisation in a meeting that it has not answered, each with its task. */
const promiseLines = ({ slug }: Reader, { promises, tasks }: AttentionFacts, meetingId: string): Line[] =>
  promises
    .filter((promise) => promise.meetingId === meetingId)
    .map(({ id, taskId, title }) => {
      const number = tasks.find((task) => task.id === taskId)?.number ?? null;
      return { about: id, number, title, path: number ? `${slug}/taken/${number}` : `${slug}/vandaag` };
    });

async function sectionOf(em: EntityManager, mail: Told, reader: Reader, now: Date): Promise<Section | null> {
  const { membership_id: membershipId, coalition_id: coalitionId, organisation_id: organisationId, access_role: accessRole, capabilities } = reader;
  const viewer: Viewer = { membershipId, coalitionId, organisationId, accessRole, capabilities };
  const told = await toldBy(em, viewer, mail.id);
  if (told.length === 0) return null;
  const asked = told.some(({ node }) => node.kind === NotificationKind.ASKED);
  const facts = asked ? await attentionFacts(em, viewer, dayIn(now, reader.time_zone)) : null;
  const waiting = facts && waitingOf(facts, viewer, now, reader.time_zone);
  const open = told.filter(({ node }) => node.kind !== NotificationKind.ASKED || waiting?.has(node.aboutId));
  const lines: Partial<Record<NotificationKind, Line[]>> = {};
  const known = new Set<string>();
  for (const entry of open) {
    const { kind, aboutId } = entry.node;
    if (known.has(`${kind} ${aboutId}`)) continue;
    known.add(`${kind} ${aboutId}`);
    (lines[kind] ??= []).push({ about: aboutId, number: entry.number, title: entry.title, path: pathOf(reader, entry) });
  }
  if (mail.kind === MailKind.PROMISES && facts) lines[NotificationKind.ASKED] = promiseLines(reader, facts, mail.about);
  return Object.values(lines).some((list) => list.length > 0) ? { coalition: reader.coalition, organisation: reader.organisation, lines } : null;
}

interface MeetingRow {
  title: string;
  place: string | null;
  starts_at: Date | string;
  ends_at: Date | string;
  version: number;
  cancelled: boolean;
  time_zone: string;
  slug: string;
  invited: boolean;
}
const meetingSql = `select g.title, g.place, g.starts_at, g.ends_at, g.version, g.cancelled, c.time_zone, c.slug,
    exists (select 1 from mail a where a.user_id = ? and a.kind = ? and a.about = ? and a.sent_at is not null) as invited
  from meeting g join coalition c on c.id = g.coalition_id where g.id = ?`;

/** The meeting of a mail. Null: its reader has nothing to put in a calendar, or to take out of it. */
async function eventOf(em: EntityManager, { kind, about, userId }: Told, now: Date): Promise<CalendarEvent | null> {
  const [row] = await em.execute<MeetingRow[]>(meetingSql, [userId, MailKind.MEETING, about, about]);
  if (!row) return null;
  const { title, place, version, cancelled, time_zone: timeZone, slug, invited } = row;
  const [startsAt, endsAt] = [new Date(row.starts_at), new Date(row.ends_at)];
  if (kind === MailKind.MEETING && (endsAt < now || (cancelled && !invited))) return null;
  return { id: about, title, place, version, cancelled, startsAt, endsAt, timeZone, path: `${slug}/overleg/${dayIn(startsAt, timeZone)}?overleg=${about}` };
}

/** What a mail says at this moment: only what the person may see, has not read and, where it was asked, still waits. Null: nothing. */
export async function letterOf(em: EntityManager, mail: Told, language: Language, now: Date): Promise<Letter | null> {
  const readers = await em.execute<Reader[]>(readerSql, [mail.userId, now, now, mail.id]);
  const sections: Section[] = [];
  for (const reader of readers) {
    const section = await sectionOf(em, mail, reader, now);
    if (section) sections.push(section);
  }
  if (sections.length === 0) return null;
  const hasEvent = mail.kind === MailKind.MEETING || mail.kind === MailKind.PROMISES;
  const event = hasEvent ? await eventOf(em, mail, now) : null;
  if (hasEvent && !event) return null;
  return { language, sections, ...(event && { event }) };
}
