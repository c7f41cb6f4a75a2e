import { addDays, dayIn, EventType, mayPlanMeeting, mayTakeChair, mayWrite, meetingLimits, MeetingState, startOfDay } from "@wijkbord/schema";
import type { HandOverChairInput, Meeting, MeetingActInput, PlanMeetingInput, UpdateMeetingInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, notFound, optionalText, text } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { expectSeen, write } from "../coalitions/row.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { AttendanceTable, MeetingTable } from "./meeting.tables.ts";
import { difference, expectLead, expectNotClosed, expectPlanned, loadMeeting, recordMeeting } from "./meetingWork.ts";

const hour = 3_600_000;

function times(startsAt: Date, endsAt: Date): { startsAt: Date; endsAt: Date } {
  if (endsAt <= startsAt) throw invalid("endsAt", "ENDS_BEFORE_BEGIN");
  if (endsAt.getTime() - startsAt.getTime() > meetingLimits.longestHours * hour) throw invalid("endsAt", "OUT_OF_RANGE", meetingLimits.longestHours);
  return { startsAt, endsAt };
}

function weeks(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (!Number.isInteger(value) || value < 1 || value > meetingLimits.everyWeeks) throw invalid("everyWeeks", "OUT_OF_RANGE", meetingLimits.everyWeeks);
  return value;
}

/** A live member of the coalition who may write: the chair can be of any organisation (D10). */
async function expectMember({ em, coalition, now }: Change, field: string, id: string): Promise<string> {
  const member = await em.findOne(MembershipTable, { id, coalitionId: coalition.id, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });
  if (!member || !mayWrite({ ...member, membershipId: member.id })) throw notFound(field);
  return member.id;
}

/** Plans a meeting. */
export async function planMeeting(change: Change, input: PlanMeetingInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  if (!mayPlanMeeting(actor)) throw notAllowed("OBSERVER");
  const boardId = input.boardId ?? null;
  if (boardId !== null && !(await em.count(BoardTable, { id: boardId, coalitionId: coalition.id, archivedAt: null }))) throw notFound("boardId");
  const everyWeeks = weeks(input.everyWeeks);
  const id = uuidv7();
  const meeting = em.create(MeetingTable, {
    id,
    coalitionId: coalition.id,
    boardId,
    title: text("title", input.title, meetingLimits.title),
    place: optionalText("place", input.place, meetingLimits.place),
    ...times(input.startsAt, input.endsAt),
    seriesId: everyWeeks === null ? null : id,
    everyWeeks,
    chairMembershipId: input.chairMembershipId ? await expectMember(change, "chairMembershipId", input.chairMembershipId) : actor.membershipId,
    noteTakerMembershipId: input.noteTakerMembershipId ? await expectMember(change, "noteTakerMembershipId", input.noteTakerMembershipId) : null,
    state: MeetingState.PLANNED,
    cancelled: false,
    openItemId: null,
    startedAt: null,
    closedAt: null,
    startSequence: null,
    closedSequence: null,
    codeHash: null,
    createdAt: now,
    version: 0,
  });
  recordMeeting(change, meeting, EventType.MEETING_PLANNED, [difference("startsAt", null, meeting.startsAt)]);
  return id;
}

/** Changes a planned meeting. */
export async function updateMeeting(change: Change, input: UpdateMeetingInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectPlanned(meeting);
  const { title, place, startsAt, endsAt } = meeting;
  expectSeen(meeting, input.expectedVersion, "MEETING", { title, place, startsAt, endsAt });
  const everyWeeks = input.everyWeeks === undefined ? meeting.everyWeeks : weeks(input.everyWeeks);
  const { version } = meeting;
  const changes = write(meeting, {
    ...(input.title ? { title: text("title", input.title, meetingLimits.title) } : {}),
    ...(input.place === undefined ? {} : { place: optionalText("place", input.place, meetingLimits.place) }),
    ...times(input.startsAt ?? startsAt, input.endsAt ?? endsAt),
    everyWeeks,
    seriesId: everyWeeks === null ? meeting.seriesId : (meeting.seriesId ?? meeting.id),
    ...(input.noteTakerMembershipId === undefined
      ? {}
      : {
          noteTakerMembershipId: input.noteTakerMembershipId === null ? null : await expectMember(change, "noteTakerMembershipId", input.noteTakerMembershipId),
        }),
  });
  meeting.version = version;
  if (changes.length > 0) recordMeeting(change, meeting, EventType.MEETING_PLANNED, changes);
  return meeting.id;
}

/** A planned meeting does not take place. */
export async function cancelMeeting(change: Change, input: MeetingActInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectPlanned(meeting);
  Object.assign(meeting, { state: MeetingState.CLOSED, cancelled: true, closedAt: change.now });
  recordMeeting(change, meeting, EventType.MEETING_CLOSED, [difference("cancelled", false, true)]);
  return meeting.id;
}

/** Somebody else takes the chair, also while the meeting is live; then who attends may take it over. */
export async function handOverChair(change: Change, input: HandOverChairInput): Promise<string> {
  const { em, actor } = change;
  const meeting = await loadMeeting(change, input.meetingId);
  const attends = await em.count(AttendanceTable, { meetingId: meeting.id, organisationId: actor.organisationId, present: true });
  const takesOver = input.membershipId === actor.membershipId && mayTakeChair(actor, meeting, attends > 0);
  if (!takesOver) expectLead(change, meeting);
  expectNotClosed(meeting);
  const membershipId = await expectMember(change, "membershipId", input.membershipId);
  const before = meeting.chairMembershipId;
  if (before === membershipId) return meeting.id;
  meeting.chairMembershipId = membershipId;
  recordMeeting(change, meeting, EventType.MEETING_PLANNED, [difference("chairMembershipId", before, membershipId)]);
  return meeting.id;
}

/** The same time of day that many weeks later, across a change of the clock. */
export function weeksLater(moment: Date, many: number, timeZone: string): Date {
  const day = dayIn(moment, timeZone);
  const into = moment.getTime() - startOfDay(day, timeZone).getTime();
  const target = addDays(day, 7 * many);
  const guess = startOfDay(target, timeZone).getTime() + into;
  const clock = (at: Date) => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);
  const shifts = [0, -hour, hour].map((shift) => new Date(guess + shift));
  return shifts.find((at) => clock(at) === clock(moment) && dayIn(at, timeZone) === target) ?? new Date(guess);
}

/** The next meeting of the series: the one that is planned already, else a new one. */
export async function nextOfSeries(work: LoggedWork, meeting: Meeting): Promise<Meeting | null> {
  const { em, coalition, now } = work;
  if (meeting.everyWeeks === null || meeting.seriesId === null) return null;
  const [planned] = await em.find(
    MeetingTable,
    { coalitionId: coalition.id, seriesId: meeting.seriesId, state: MeetingState.PLANNED },
    { orderBy: { startsAt: "asc" }, limit: 1 },
  );
  if (planned) return planned;
  const { boardId, title, place, seriesId, everyWeeks, chairMembershipId, noteTakerMembershipId } = meeting;
  const next = em.create(MeetingTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    boardId,
    title,
    place,
    startsAt: weeksLater(meeting.startsAt, everyWeeks, coalition.timeZone),
    endsAt: weeksLater(meeting.endsAt, everyWeeks, coalition.timeZone),
    seriesId,
    everyWeeks,
    chairMembershipId,
    noteTakerMembershipId,
    state: MeetingState.PLANNED,
    cancelled: false,
    openItemId: null,
    startedAt: null,
    closedAt: null,
    startSequence: null,
    closedSequence: null,
    codeHash: null,
    createdAt: now,
    version: 0,
  });
  recordMeeting(work, next, EventType.MEETING_PLANNED, [difference("startsAt", null, next.startsAt)]);
  return next;
}
