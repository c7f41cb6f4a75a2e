import { AgendaState, EventType, mayEditPoint, mayPutForward, mayTakeNotes, meetingLimits, RefType } from "@wijkbord/schema";
import type {
  AddAgendaItemsInput,
  AgendaItem,
  AgendaItemActInput,
  Meeting,
  MeetingActInput,
  NewAgendaItemInput,
  SetAttendanceInput,
  UpdateAgendaItemInput,
} from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { AgendaItemTable, AttendanceTable } from "./meeting.tables.ts";
import { difference, expectLead, expectLive, expectNotClosed, itemsOf, loadItem, loadMeeting, recordMeeting } from "./meetingWork.ts";
import { expectKnown, isRefType } from "./refs.ts";

/** A point to be written. */
export interface NewItem extends Pick<AgendaItem, "title" | "note" | "aboutType" | "aboutId" | "organisationId" | "membershipId" | "links" | "carriedFromId"> {
  readonly position: number;
  /** Planned minutes; absent: none. */
  readonly minutes?: number | null;
}

/** Writes one point. */
export function createItem({ em, coalition }: LoggedWork, { id: meetingId }: Meeting, item: NewItem): AgendaItem {
  return em.create(AgendaItemTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    meetingId,
    ...item,
    minutes: item.minutes ?? null,
    state: AgendaState.WAITING,
    openedAt: null,
    secondsBefore: 0,
    doneAt: null,
    version: 1,
  });
}

function minutesOf(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (!Number.isInteger(value) || value < 1 || value > meetingLimits.pointMinutes) throw invalid("minutes", "OUT_OF_RANGE", meetingLimits.pointMinutes);
  return value;
}

async function aboutOf(change: Change, { aboutType, aboutId }: NewAgendaItemInput): Promise<Pick<AgendaItem, "aboutType" | "aboutId">> {
  if (!aboutType || !aboutId) return { aboutType: null, aboutId: null };
  if (!isRefType(aboutType) || aboutType === RefType.ORGANISATION) throw invalid("aboutType", "NOT_A_CODE");
  await expectKnown(change, [{ type: aboutType, id: aboutId }], "aboutId");
  return { aboutType, aboutId };
}

/** Puts points forward, at the end of the agenda. */
export async function addAgendaItems(change: Change, input: AddAgendaItemsInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  if (!mayPutForward(change.actor)) throw notAllowed("OBSERVER");
  expectNotClosed(meeting);
  const present = await itemsOf(change, meeting.id);
  if (present.length + input.items.length > meetingLimits.items) throw invalid("items", "TOO_MANY", meetingLimits.items);
  if (input.items.length === 0) return meeting.id;
  const { organisationId, membershipId } = change.actor;
  let position = (present.at(-1)?.position ?? -1) + 1;
  for (const item of input.items) {
    const fields = {
      title: text("title", item.title, meetingLimits.title),
      note: item.note ? text("note", item.note, meetingLimits.note, 0) : "",
      minutes: minutesOf(item.minutes),
      ...(await aboutOf(change, item)),
    };
    const { id } = createItem(change, meeting, { ...fields, organisationId, membershipId, links: [], carriedFromId: null, position });
    recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", null, id)]);
    position += 1;
  }
  return meeting.id;
}

/** A point of a meeting that is not closed, for who may change it. */
export async function loadToEdit(change: Change, id: string): Promise<{ meeting: Meeting; item: AgendaItem }> {
  const loaded = await loadItem(change, id);
  if (!mayEditPoint(change.actor, loaded.meeting, loaded.item)) throw notAllowed("NOT_THE_NOTE_TAKER");
  expectNotClosed(loaded.meeting);
  return loaded;
}

/** Changes the words, the minutes or the place of a point. */
export async function updateAgendaItem(change: Change, input: UpdateAgendaItemInput): Promise<string> {
  const { meeting, item } = await loadToEdit(change, input.agendaItemId);
  if (item.version > input.expectedVersion) throw conflict(item.version, ["AGENDA_ITEM"], { title: item.title, note: item.note, minutes: item.minutes });
  if (typeof input.title === "string") item.title = text("title", input.title, meetingLimits.title);
  if (typeof input.note === "string") item.note = text("note", input.note, meetingLimits.note, 0);
  if (typeof input.position === "number") {
    const others = (await itemsOf(change, meeting.id)).filter(({ id }) => id !== item.id);
    others.splice(Math.min(Math.max(0, input.position), others.length), 0, item);
    for (const [place, each] of others.entries()) each.position = place;
  }
  const { minutes } = item;
  if (input.minutes !== undefined) item.minutes = minutesOf(input.minutes);
  const planned = minutes === item.minutes ? [] : [difference("minutes", minutes, item.minutes)];
  item.version += 1;
  recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", null, item.id), ...planned]);
  return meeting.id;
}

/** Takes a point that was not opened off the agenda. */
export async function removeAgendaItem(change: Change, input: AgendaItemActInput): Promise<string> {
  const { meeting, item } = await loadToEdit(change, input.agendaItemId);
  if (item.state !== AgendaState.WAITING) throw ruleBroken("ME", [{ code: "ITEM_IS_DONE", objectId: item.id }]);
  change.em.remove(item);
  recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", item.id, null)]);
  return meeting.id;
}

/** How long a point that is done was open, the last time. */
const secondsOpen = ({ openedAt, doneAt }: AgendaItem): number => (openedAt && doneAt ? Math.round((doneAt.getTime() - openedAt.getTime()) / 1_000) : 0);

/** One point is open at a time; the one before is done. */
async function open(change: Change, meeting: Meeting, item: AgendaItem | null): Promise<void> {
  const before = meeting.openItemId;
  for (const each of await itemsOf(change, meeting.id)) {
    if (each.state === AgendaState.OPEN && each.id !== item?.id)
      Object.assign(each, { state: AgendaState.DONE, doneAt: change.now, version: each.version + 1 });
  }
  if (item && item.state !== AgendaState.OPEN) {
    const secondsBefore = item.secondsBefore + secondsOpen(item);
    Object.assign(item, { state: AgendaState.OPEN, openedAt: change.now, secondsBefore, doneAt: null, version: item.version + 1 });
  }
  meeting.openItemId = item?.id ?? null;
  recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("openItemId", before, meeting.openItemId)]);
}

/** Opens a point, also one that was done before. */
export async function openAgendaItem(change: Change, input: AgendaItemActInput): Promise<string> {
  const { meeting, item } = await loadItem(change, input.agendaItemId);
  expectLead(change, meeting);
  expectLive(meeting);
  if (meeting.openItemId !== item.id) await open(change, meeting, item);
  return meeting.id;
}

/** Volgende punt: the first that waits; after the last one nothing is open. */
export async function nextAgendaItem(change: Change, input: MeetingActInput): Promise<string> {
  const meeting = await loadMeeting(change, input.meetingId);
  expectLead(change, meeting);
  expectLive(meeting);
  const next = (await itemsOf(change, meeting.id)).find(({ state }) => state === AgendaState.WAITING) ?? null;
  if (!next && meeting.openItemId === null) throw ruleBroken("ME", [{ code: "NO_MORE_ITEMS", objectId: meeting.id }]);
  await open(change, meeting, next);
  return meeting.id;
}

/** Says who is there: for the own organisation everybody, for others who leads or takes notes. */
export async function setAttendance(change: Change, input: SetAttendanceInput): Promise<string> {
  const { em, actor, coalition } = change;
  const meeting = await loadMeeting(change, input.meetingId);
  if (input.organisationId !== actor.organisationId && !mayTakeNotes(actor, meeting)) throw notAllowed("NOT_THE_NOTE_TAKER");
  expectNotClosed(meeting);
  const { organisationId, present } = input;
  const membershipId = input.membershipId ?? null;
  if (!(await em.count(OrganisationTable, { id: organisationId, coalitionId: coalition.id, leftOn: null }))) throw notFound("organisationId");
  if (membershipId !== null && !(await em.count(MembershipTable, { id: membershipId, organisationId }))) throw notFound("membershipId");
  const known = await em.findOne(AttendanceTable, { meetingId: meeting.id, organisationId });
  if (known?.present === present && known.membershipId === membershipId) return meeting.id;
  if (known) Object.assign(known, { present, membershipId });
  else em.create(AttendanceTable, { id: uuidv7(), coalitionId: coalition.id, meetingId: meeting.id, organisationId, membershipId, present });
  recordMeeting(change, meeting, EventType.ATTENDANCE_CHANGED, [
    difference("organisationId", null, organisationId),
    difference("present", known?.present ?? null, present),
  ]);
  return meeting.id;
}
