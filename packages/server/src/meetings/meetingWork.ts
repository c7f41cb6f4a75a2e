import { AgendaState, type EventType, mayLead, mayTakeNotes, MeetingState } from "@wijkbord/schema";
import type { AgendaItem, FieldChange, Meeting } from "@wijkbord/schema/types";
import type { Change, LoggedWork } from "../activity/change.ts";
import { notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { AgendaItemTable, MeetingTable } from "./meeting.tables.ts";

export const difference = (field: string, before: unknown, after: unknown): FieldChange => ({ field, before, after });

/** A meeting of the coalition; unknown and foreign ones answer alike. */
export async function loadMeeting({ em, coalition }: LoggedWork, id: string, field = "meetingId"): Promise<Meeting> {
  const meeting = await em.findOne(MeetingTable, { id, coalitionId: coalition.id });
  if (!meeting) throw notFound(field);
  return meeting;
}

/** A point with its meeting. */
export async function loadItem(work: LoggedWork, id: string): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const item = await work.em.findOne(AgendaItemTable, { id, coalitionId: work.coalition.id });
  if (!item) throw notFound("agendaItemId");
  return { item, meeting: await loadMeeting(work, item.meetingId, "agendaItemId") };
}

/** Points in their order. */
export const itemsOf = ({ em }: Pick<LoggedWork, "em">, meetingId: string): Promise<AgendaItem[]> =>
  em.find(AgendaItemTable, { meetingId }, { orderBy: { position: "asc", id: "asc" } });

/** Refuses who neither chairs nor coordinates. */
export function expectLead({ actor }: Change, meeting: Meeting): void {
  if (!mayLead(actor, meeting)) throw notAllowed("NOT_THE_CHAIR");
}

/** Refuses who neither leads nor takes notes. */
export function expectNotes({ actor }: Change, meeting: Meeting): void {
  if (!mayTakeNotes(actor, meeting)) throw notAllowed("NOT_THE_NOTE_TAKER");
}

export function expectLive({ id, state }: Meeting): void {
  if (state !== MeetingState.LIVE) throw ruleBroken("ME", [{ code: "MEETING_NOT_LIVE", objectId: id }]);
}

export function expectNotClosed({ id, state }: Meeting): void {
  if (state === MeetingState.CLOSED) throw ruleBroken("ME", [{ code: "MEETING_CLOSED", objectId: id }]);
}

export function expectPlanned({ id, state }: Meeting): void {
  if (state === MeetingState.LIVE) throw ruleBroken("ME", [{ code: "MEETING_LIVE", objectId: id }]);
  if (state === MeetingState.CLOSED) throw ruleBroken("ME", [{ code: "MEETING_CLOSED", objectId: id }]);
}

/** Boards on which a meeting shows. */
export const boardsOf = ({ boardId }: Meeting): string[] => (boardId === null ? [] : [boardId]);

/** Records an event about a meeting and raises its version. */
export function recordMeeting(work: LoggedWork, meeting: Meeting, type: EventType, changes: FieldChange[] = [], taskId: string | null = null): void {
  meeting.version += 1;
  work.record({ type, target: { type: "Meeting", id: meeting.id }, taskId, boardIds: boardsOf(meeting), version: meeting.version, changes });
}

/** Whether a point can still be dealt with. */
export const isToDo = ({ state }: AgendaItem): boolean => state === AgendaState.WAITING || state === AgendaState.OPEN;
