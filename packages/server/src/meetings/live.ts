import { AgendaState, DecisionNoteKind, decisionLimits, EventType, mayWrite, MeetingState } from "@wijkbord/schema";
import type { AddDecisionNoteInput, MeetingActInput, RecordDecisionInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { createItem } from "./agenda.ts";
import { decide } from "./decide.ts";
import { DecisionTable } from "./decision.tables.ts";
import { AttendanceTable, DecisionNoteTable, MeetingTable } from "./meeting.tables.ts";
import { boardsOf, difference, expectLead, expectLive, expectNotes, expectPlanned, isToDo, itemsOf, loadMeeting, recordMeeting } from "./meetingWork.ts";
import { nextOfSeries } from "./plan.ts";
import { expectKnown } from "./refs.ts";

/** Starts a meeting; one per board is live. */
export async function startMeeting(change: Change, input: MeetingActInput): Promise<string> {
  const { em, coalition, now, actor } = change;
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectPlanned(meeting);
  const other = await em.findOne(MeetingTable, { coalitionId: coalition.id, boardId: meeting.boardId, state: MeetingState.LIVE });
  if (other) throw ruleBroken("ME", [{ code: "ANOTHER_MEETING_LIVE", objectId: other.id }]);
  Object.assign(meeting, { state: MeetingState.LIVE, startedAt: now, startSequence: coalition.sequence + 1 });
  recordMeeting(change, meeting, EventType.MEETING_STARTED, [difference("state", MeetingState.PLANNED, MeetingState.LIVE)]);
  if (!(await em.count(AttendanceTable, { meetingId: meeting.id, organisationId: actor.organisationId }))) {
    em.create(AttendanceTable, {
      id: uuidv7(),
      coalitionId: coalition.id,
      meetingId: meeting.id,
      organisationId: actor.organisationId,
      membershipId: actor.membershipId,
      present: true,
    });
  }
  return meeting.id;
}

/** Closes a meeting: what was not reached goes to the next of the series, and the code ends. */
export async function closeMeeting(change: Change, input: MeetingActInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectLive(meeting);
  const items = await itemsOf(change, meeting.id);
  const rest = items.filter((item) => isToDo(item) && item.state === AgendaState.WAITING);
  for (const item of items.filter(({ state }) => state === AgendaState.OPEN))
    Object.assign(item, { state: AgendaState.DONE, doneAt: change.now, version: item.version + 1 });
  for (const item of rest) Object.assign(item, { state: AgendaState.NOT_REACHED, version: item.version + 1 });
  Object.assign(meeting, { state: MeetingState.CLOSED, closedAt: change.now, closedSequence: change.coalition.sequence, openItemId: null, codeHash: null });
  recordMeeting(change, meeting, EventType.MEETING_CLOSED, [difference("state", MeetingState.LIVE, MeetingState.CLOSED)]);
  const next = await nextOfSeries(change, meeting);
  if (!next || rest.length === 0) return meeting.id;
  let position = ((await itemsOf(change, next.id)).at(-1)?.position ?? -1) + 1;
  for (const { id, title, note, minutes, aboutType, aboutId, organisationId, membershipId, links } of rest) {
    createItem(change, next, { title, note, minutes, aboutType, aboutId, organisationId, membershipId, links, carriedFromId: id, position });
    position += 1;
  }
  recordMeeting(change, next, EventType.AGENDA_ITEM_CHANGED, [difference("carriedFromMeetingId", null, meeting.id)]);
  return meeting.id;
}

/** Records a decision at the point that is open; nothing changes it afterwards. */
export async function recordDecision(change: Change, input: RecordDecisionInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectNotes(change, meeting);
  expectLive(meeting);
  const refs = (input.refs ?? []).map(({ type, id }) => ({ type, id }));
  if (refs.length > decisionLimits.refs) throw invalid("refs", "TOO_MANY", decisionLimits.refs);
  await expectKnown(change, refs, "refs");
  const words = text("text", input.text, decisionLimits.text);
  return decide(change, { text: words, kind: input.kind, refs, boardIds: boardsOf(meeting), meetingId: meeting.id, agendaItemId: meeting.openItemId }).id;
}

/** D10: "zo heb ik het niet begrepen" until the meeting closes, a kanttekening for five working days; by an organisation that attended. */
export async function addDecisionNote(change: Change, input: AddDecisionNoteInput): Promise<string> {
  const { em, actor, coalition, now } = change;
  const decision = await em.findOne(DecisionTable, { id: input.decisionId, coalitionId: coalition.id });
  if (!decision) throw notFound("decisionId");
  const meeting = decision.meetingId === null ? null : await loadMeeting(change, decision.meetingId, "decisionId");
  const attends = meeting !== null && (await em.count(AttendanceTable, { meetingId: meeting.id, organisationId: actor.organisationId, present: true })) > 0;
  if (!mayWrite(actor) || (meeting !== null && !attends)) throw notAllowed("NOT_ATTENDING");
  const since = meeting?.closedAt ?? decision.decidedAt;
  const inTime =
    input.kind === DecisionNoteKind.NOT_UNDERSTOOD
      ? meeting?.state === MeetingState.LIVE
      : workingDaysBetween(since, now, coalition.timeZone) < decisionLimits.noteWorkingDays;
  if (!inTime) throw ruleBroken("D10", [{ code: "TOO_LATE_FOR_NOTE", objectId: decision.id }]);
  const words = text("text", input.text ?? "", decisionLimits.note, input.kind === DecisionNoteKind.NOTE ? 1 : 0);
  const note = em.create(DecisionNoteTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    decisionId: decision.id,
    kind: input.kind,
    organisationId: actor.organisationId,
    membershipId: actor.membershipId,
    text: words,
    createdAt: now,
  });
  change.record({
    type: EventType.DECISION_RECORDED,
    target: { type: "Decision", id: decision.id },
    boardIds: meeting ? boardsOf(meeting) : [],
    changes: [difference("noteId", null, note.id), difference("kind", null, input.kind)],
  });
  return decision.id;
}
