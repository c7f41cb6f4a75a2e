import { AssignmentState, dayIn, Letter, TaskState, type Viewer } from "@wijkbord/schema";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { mailPerson } from "../accounts/mailAddress.ts";
import { viewerOf } from "../accounts/principal.ts";
import { attentionTasks } from "../attention/facts.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { MeetingTable } from "./meeting.tables.ts";

const month = 30 * 86_400_000;
const mine: readonly Letter[] = [Letter.ACCOUNTABLE, Letter.RESPONSIBLE];
const over: readonly TaskState[] = [TaskState.DONE, TaskState.CANCELLED];

/** Days on which tasks are due that the own organisation leads or does, without those of a colleague by name. */
async function datesOf(em: EntityManager, viewer: Viewer) {
  const carries = ({
    organisationId,
    membershipId,
    state,
    letter,
  }: {
    organisationId: string;
    membershipId?: string | null;
    state: AssignmentState;
    letter: Letter;
  }) =>
    organisationId === viewer.organisationId &&
    state === AssignmentState.ACCEPTED &&
    mine.includes(letter) &&
    (!membershipId || membershipId === viewer.membershipId);
  return (await attentionTasks(em, viewer)).filter(({ state, dueOn, assignments }) => dueOn !== null && !over.includes(state) && assignments.some(carries));
}

/** Meetings and dates of a member as a calendar: number, title and a link, no description; null when the membership ended. */
export async function calendarOf(
  database: Database,
  now: Date,
  { membershipId, coalitionId }: Pick<Viewer, "membershipId" | "coalitionId">,
  publicUrl: string,
): Promise<string | null> {
  const em = database.read();
  const membership = await em.findOne(MembershipTable, { id: membershipId, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });
  const coalition = await em.findOne(CoalitionTable, { id: coalitionId });
  if (!membership || !coalition) return null;
  const { locale = "nl" } = (await mailPerson(em, membership.userId)) ?? {};
  const calendar = ical({
    name: coalition.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Wijkbord", product: "Wijkbord", language: locale.toUpperCase() },
  });
  const home = `${publicUrl}${locale === "en" ? "/en" : ""}/${coalition.slug}`;
  const meetings = await em.find(
    MeetingTable,
    { coalitionId, startsAt: { $gt: new Date(now.getTime() - month) } },
    { orderBy: { startsAt: "asc", id: "asc" } },
  );
  for (const { id, title, place, startsAt, endsAt, cancelled, version } of meetings) {
    const status = cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;
    calendar.createEvent({
      id: `${id}@wijkbord`,
      summary: title,
      location: place,
      start: startsAt,
      end: endsAt,
      stamp: now,
      sequence: version,
      status,
      url: `${home}/overleg/${dayIn(startsAt, coalition.timeZone)}?overleg=${id}`,
    });
  }
  for (const { id, number, title, dueOn } of await datesOf(em, viewerOf(membership))) {
    calendar.createEvent({
      id: `${id}@wijkbord`,
      summary: `${number} ${title}`,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      timezone: "UTC",
      stamp: now,
      url: `${home}/taken/${number}`,
    });
  }
  return calendar.toString();
}
