import { AgendaState, dayIn, EventType, minutesHtml, type MinutesLanguage, minutesMarkdown, type Viewer } from "@wijkbord/schema";
import type { AgendaItem, Decision, DecisionNote, HubEvent, LoggedEvent, Meeting, MeetingAttendance, MeetingPromise } from "@wijkbord/schema/types";
import { Minutes } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import type { EntityManager } from "../database/database.ts";
import { type HubContext } from "../graphql/context.ts";
import { hubEvents } from "../realtime/events.ts";
import { belongs } from "../realtime/log.ts";
import { readCards } from "../tasks/cards.ts";
import { loadersOf } from "../tasks/task.loaders.ts";
import { DecisionTable } from "./decision.tables.ts";
import { AgendaItemTable, AttendanceTable, DecisionNoteTable, PromiseTable } from "./meeting.tables.ts";

/** Keeping the meeting itself is no change that it made. */
const housekeeping: readonly EventType[] = [
  EventType.MEETING_PLANNED,
  EventType.MEETING_STARTED,
  EventType.MEETING_CLOSED,
  EventType.AGENDA_ITEM_CHANGED,
  EventType.ATTENDANCE_CHANGED,
  EventType.WATCHER_CHANGED,
];

/** Everything that changed on the board of the meeting while it was live, as the viewer may see it. */
export async function changesDuring({ services }: HubContext, viewer: Viewer, meeting: Meeting, withSubjects = false): Promise<HubEvent[]> {
  if (meeting.startSequence === null) return [];
  const until = meeting.closedSequence ?? Number.MAX_SAFE_INTEGER;
  const rows: LoggedEvent[] = await services.database
    .read()
    .find(
      EventTable,
      { coalitionId: meeting.coalitionId, sequence: { $gt: meeting.startSequence, $lte: until }, type: { $nin: [...housekeeping] } },
      { orderBy: { sequence: "asc" } },
    );
  return hubEvents(
    services.database,
    viewer,
    rows.filter((event) => belongs(event, { boardId: meeting.boardId }, viewer.organisationId)),
    withSubjects,
  );
}

export const attendanceOf = (em: EntityManager, meetingId: string): Promise<MeetingAttendance[]> =>
  em.find(AttendanceTable, { meetingId }, { orderBy: { id: "asc" } });
export const promisesOf = (em: EntityManager, meetingId: string): Promise<MeetingPromise[]> =>
  em.find(PromiseTable, { meetingId }, { orderBy: { createdAt: "asc", id: "asc" } });
export const decisionsOf = (em: EntityManager, meetingId: string): Promise<Decision[]> =>
  em.find(DecisionTable, { meetingId }, { orderBy: { decidedAt: "asc", id: "asc" } });
export const notesOf = (em: EntityManager, decisionIds: readonly string[]): Promise<DecisionNote[]> =>
  em.find(DecisionNoteTable, { decisionId: { $in: [...decisionIds] } }, { orderBy: { createdAt: "asc", id: "asc" } });

/** Words for what an event was about. */
async function aboutsOf(context: HubContext, viewer: Viewer, events: readonly HubEvent[]): Promise<(event: HubEvent) => string> {
  const em = context.services.database.read();
  const ids = [...new Set(events.flatMap(({ taskId }) => (taskId ? [taskId] : [])))];
  const tasks = new Map((await readCards(em, viewer, ids)).map(({ task, prefix }) => [task.id, `${prefix}-${task.number} ${task.title}`]));
  const decisions = new Map((await em.find(DecisionTable, { id: { $in: events.map(({ target }) => target.id) } })).map(({ id, text }) => [id, text]));
  const roles = await em.execute<{ id: string; name: string }[]>("select id, name from coalition_role where coalition_id = ?", [viewer.coalitionId]);
  return ({ taskId, target }) => tasks.get(taskId ?? "") ?? decisions.get(target.id) ?? roles.find(({ id }) => id === target.id)?.name ?? target.type;
}

/** Minutes of what happened, from the rows and the log as the viewer may see them; a text that is taken back is gone here too. */
export async function minutesOf(context: HubContext, viewer: Viewer, meeting: Meeting, language: MinutesLanguage): Promise<Minutes> {
  const em = context.services.database.read();
  const coalition = await context.loaders.coalition.load(meeting.coalitionId);
  const organisations = new Map(((await context.loaders.organisationsOf.load(meeting.coalitionId)) ?? []).map(({ id, shortName }) => [id, shortName]));
  const nameOf = (id: string) => organisations.get(id) ?? "";
  const items: AgendaItem[] = await em.find(AgendaItemTable, { meetingId: meeting.id }, { orderBy: { position: "asc", id: "asc" } });
  const [attendance, promises, decisions] = [await attendanceOf(em, meeting.id), await promisesOf(em, meeting.id), await decisionsOf(em, meeting.id)];
  const notes = await notesOf(
    em,
    decisions.map(({ id }) => id),
  );
  const shown = ({ id, text }: Decision) => ({
    text,
    notes: notes.filter(({ decisionId }) => decisionId === id).map((note) => ({ kind: note.kind, organisation: nameOf(note.organisationId), text: note.text })),
  });
  const at = (itemId: string | null) => decisions.filter(({ agendaItemId }) => agendaItemId === itemId).map(shown);
  const events = await changesDuring(context, viewer, meeting);
  const cards = new Map(
    (await readCards(em, viewer, [...new Set(promises.map(({ taskId }) => taskId))])).map(({ task, prefix }) => [
      task.id,
      `${prefix}-${task.number} ${task.title}`,
    ]),
  );
  const about = await aboutsOf(context, viewer, events);
  const facts = {
    title: meeting.title,
    day: dayIn(meeting.startedAt ?? meeting.startsAt, coalition?.timeZone ?? "UTC"),
    place: meeting.place,
    chair: (await loadersOf(context).memberName.load(meeting.chairMembershipId)) ?? "",
    present: attendance.filter(({ present }) => present).map(({ organisationId }) => nameOf(organisationId)),
    excused: attendance.filter(({ present }) => !present).map(({ organisationId }) => nameOf(organisationId)),
    items: items.filter(({ state }) => state !== AgendaState.WAITING).map(({ id, title, note, state }) => ({ title, note, state, decisions: at(id) })),
    otherDecisions: at(null),
    promises: promises.map(({ organisationId, taskId, letter, saidBy, state, reason }) => ({
      organisation: nameOf(organisationId),
      task: cards.get(taskId) ?? "",
      letter,
      saidBy,
      state,
      reason,
    })),
    changes: events.map((event) => ({ type: event.type, about: about(event), organisation: event.actor.organisation?.shortName ?? null })),
  };
  return Object.assign(new Minutes(), { markdown: minutesMarkdown(facts, language), html: minutesHtml(facts, language) });
}
