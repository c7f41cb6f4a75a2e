import { AgendaState, EventType, meetingLimits, MeetingState } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { createItem } from "./agenda.ts";
import { AgendaItemTable, MeetingTable } from "./meeting.tables.ts";
import { difference, itemsOf, recordMeeting } from "./meetingWork.ts";

const title = "Over het bord zijn we het niet eens: wat spreken we af?";

/** Puts a disagreement about a board on the agenda of its next meeting, once (D10); null when none is planned. */
export async function putOnAgenda(change: Change, boardId: string): Promise<string | null> {
  const { em, actor, coalition } = change;
  const planned = await em.find(
    MeetingTable,
    { coalitionId: coalition.id, $or: [{ boardId }, { boardId: null }], state: { $ne: MeetingState.CLOSED }, cancelled: false },
    { orderBy: { startsAt: "asc", id: "asc" } },
  );
  const meeting = planned.find((each) => each.boardId === boardId) ?? planned[0];
  if (!meeting) return null;
  if (await em.count(AgendaItemTable, { meetingId: meeting.id, title, state: { $ne: AgendaState.DONE } })) return meeting.id;
  const present = await itemsOf(change, meeting.id);
  if (present.length >= meetingLimits.items) return null;
  const { organisationId, membershipId } = actor;
  const about = { aboutType: null, aboutId: null, note: "", links: [], carriedFromId: null };
  const { id } = createItem(change, meeting, { ...about, title, organisationId, membershipId, position: (present.at(-1)?.position ?? -1) + 1 });
  recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", null, id)]);
  return meeting.id;
}
