import { AgendaState, EventType, meetingLimits, type RefType } from "@wijkbord/schema";
import type { AgendaItem, Meeting } from "@wijkbord/schema/types";
import type { LoggedWork } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import type { EntityManager } from "../database/database.ts";
import { createItem } from "./agenda.ts";
import { difference, itemsOf, recordMeeting } from "./meetingWork.ts";

/** Something that an agreement wants to be talked about. */
export interface WatchedPoint extends Pick<AgendaItem, "title" | "note" | "organisationId"> {
  readonly aboutType: RefType;
  readonly aboutId: string;
  readonly membershipId: string | null;
  /** Before all other points, or after them. */
  readonly first: boolean;
}

const watched = "watchedId";

/** Of these points, those that were never put on an agenda of a meeting; who takes one off again has decided. */
export async function notYetPut(em: EntityManager, { id, coalitionId }: Meeting, points: readonly WatchedPoint[]): Promise<WatchedPoint[]> {
  const events = await em.find(EventTable, { coalitionId, targetId: id, type: EventType.AGENDA_ITEM_CHANGED });
  const put = new Set(events.flatMap(({ changes }) => changes.filter(({ field }) => field === watched).map(({ after }) => after)));
  return points.filter(({ aboutId }) => !put.has(aboutId));
}

/** Puts points on the agenda of a planned meeting; one that is there already only gets its place. */
export async function putOnAgenda(work: LoggedWork, meeting: Meeting, points: readonly WatchedPoint[]): Promise<void> {
  const present = await itemsOf(work, meeting.id);
  const [top, bottom]: [AgendaItem[], AgendaItem[]] = [[], []];
  for (const { first, ...point } of points) {
    const known = present.find(({ aboutId, state }) => aboutId === point.aboutId && state === AgendaState.WAITING);
    if (!known && present.length + top.length + bottom.length >= meetingLimits.items) continue;
    const membershipId = point.membershipId ?? meeting.chairMembershipId;
    const item = known ?? createItem(work, meeting, { ...point, membershipId, links: [], carriedFromId: null, position: present.length });
    if (first) top.push(item);
    else if (!known) bottom.push(item);
    recordMeeting(work, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", null, item.id), difference(watched, null, point.aboutId)]);
  }
  const rest = present.filter((item) => !top.includes(item));
  for (const [place, item] of [...top, ...rest, ...bottom].entries()) item.position = place;
}
