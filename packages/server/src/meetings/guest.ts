import { EventType, meetingLimits, MeetingState, type Viewer, Visibility } from "@wijkbord/schema";
import type { CreateCalendarFeedInput, MeetingActInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { type Change, type ChangeDeps, systemChange } from "../activity/change.ts";
import { text } from "../activity/refusal.ts";
import type { Database } from "../database/database.ts";
import { CalendarFeedTable, GuestQuestionTable } from "./guest.tables.ts";
import { AgendaItemTable, MeetingTable } from "./meeting.tables.ts";
import { boardsOf, difference, expectLead, expectLive, loadMeeting, recordMeeting } from "./meetingWork.ts";
import { hashOf, typedCode } from "./secrets.ts";

/** Gives a live meeting another code; the one before is void. */
export async function renewCode(change: Change, input: MeetingActInput, code: string): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectLive(meeting);
  meeting.codeHash = hashOf(code);
  recordMeeting(change, meeting, EventType.ATTENDANCE_CHANGED, [difference("code", null, "RENEWED")]);
  return meeting.id;
}

/** Makes a private calendar for the member; the one before is void. */
export async function createFeed(change: Change, _input: CreateCalendarFeedInput, token: string): Promise<string> {
  const { em, actor, coalition, now } = change;
  for (const feed of await em.find(CalendarFeedTable, { membershipId: actor.membershipId, endedAt: null })) feed.endedAt = now;
  const feed = em.create(CalendarFeedTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    membershipId: actor.membershipId,
    tokenHash: hashOf(token),
    createdAt: now,
    endedAt: null,
  });
  change.record({
    type: EventType.MEMBERSHIP_CHANGED,
    target: { type: "Membership", id: actor.membershipId },
    visibility: Visibility.ORGANISATION,
    organisationId: actor.organisationId,
    changes: [difference("calendarFeed", null, "RENEWED")],
  });
  return feed.id;
}

/** What a guest sees: that the meeting is live, and the title of the point that the chair opened. */
export interface GuestView {
  readonly meetingId: string;
  readonly coalitionId: string;
  readonly agendaItemId: string | null;
  readonly point: string | null;
}

/** The live meeting of a code; null for any other code. */
export async function byCode(database: Database, code: string): Promise<GuestView | null> {
  const typed = typedCode(code);
  if (typed.length !== meetingLimits.codeLength) return null;
  const em = database.read();
  const meeting = await em.findOne(MeetingTable, { codeHash: hashOf(typed), state: MeetingState.LIVE });
  if (!meeting) return null;
  const item = meeting.openItemId === null ? null : await em.findOne(AgendaItemTable, { id: meeting.openItemId });
  return { meetingId: meeting.id, coalitionId: meeting.coalitionId, agendaItemId: item?.id ?? null, point: item?.title ?? null };
}

/** Takes one question of a guest; false when it asked before or the meeting has enough. */
export async function askQuestion(deps: ChangeDeps, { meetingId, coalitionId, agendaItemId }: GuestView, ticket: string, words: string): Promise<boolean> {
  const question = text("text", words, meetingLimits.question);
  let taken = false;
  await systemChange(deps, coalitionId, async (work) => {
    const meeting = await loadMeeting(work, meetingId);
    const ticketHash = hashOf(ticket);
    const known = await work.em.find(GuestQuestionTable, { meetingId });
    if (meeting.state !== MeetingState.LIVE || known.length >= meetingLimits.questions || known.some((each) => each.ticketHash === ticketHash)) return;
    const { id } = work.em.create(GuestQuestionTable, { id: uuidv7(), coalitionId, meetingId, agendaItemId, ticketHash, text: question, createdAt: work.now });
    work.record({
      type: EventType.AGENDA_ITEM_CHANGED,
      target: { type: "Meeting", id: meetingId },
      boardIds: boardsOf(meeting),
      version: (meeting.version += 1),
      changes: [difference("questionId", null, id)],
    });
    taken = true;
  });
  return taken;
}

/** The member of a calendar that is not void. */
export async function memberOfFeed(database: Database, token: string): Promise<Pick<Viewer, "membershipId" | "coalitionId"> | null> {
  const feed = await database.read().findOne(CalendarFeedTable, { tokenHash: hashOf(token), endedAt: null });
  return feed ? { membershipId: feed.membershipId, coalitionId: feed.coalitionId } : null;
}
