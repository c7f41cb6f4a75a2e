import { EventType } from "@wijkbord/schema";
import type { AddAgendaLinkInput, AgendaItem, Meeting, RemoveAgendaLinkInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { newLink, withoutLink } from "../activity/links.ts";
import { loadToEdit } from "./agenda.ts";
import { difference, recordMeeting } from "./meetingWork.ts";

function record(change: Change, meeting: Meeting, item: AgendaItem, added: string | null, removed: string | null): string {
  recordMeeting(change, meeting, EventType.AGENDA_ITEM_CHANGED, [difference("agendaItemId", null, item.id), difference("linkId", removed, added)]);
  return meeting.id;
}

/** Adds a link to a point (D8); its words stand only there, the log names it. */
export async function addAgendaLink(change: Change, input: AddAgendaLinkInput): Promise<string> {
  const { meeting, item } = await loadToEdit(change, input.agendaItemId);
  const link = newLink(item.links, input, "agendaItemId");
  item.links = [...item.links, link];
  return record(change, meeting, item, link.id, null);
}

/** Takes a link of a point away. */
export async function removeAgendaLink(change: Change, input: RemoveAgendaLinkInput): Promise<string> {
  const { meeting, item } = await loadToEdit(change, input.agendaItemId);
  item.links = withoutLink(item.links, input.linkId);
  return record(change, meeting, item, null, input.linkId);
}
