import { EventType, mayRedact, mayTakeNotes, meetingLimits } from "@wijkbord/schema";
import type { RedactTextInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { difference, loadMeeting } from "./meetingWork.ts";

interface Text {
  readonly column: string;
  /** What stands in its place. */
  readonly blank: string | null;
  /** Columns with who wrote it. */
  readonly author: string | null;
  readonly organisation: string;
}
/** Shown in place of a text that may not be empty. */
const dash = "—";
const of = (column: string, blank: string | null, organisation: string, author: string | null = null): Text => ({ column, blank, organisation, author });

/** Texts of roles and meetings that can be taken back, by the type and field of the contract. */
const texts: Readonly<Record<string, { readonly table: string; readonly fields: Readonly<Record<string, Text>> }>> = {
  CoalitionRole: {
    table: "coalition_role",
    fields: {
      name: of("name", dash, "created_by_organisation_id", "created_by_membership_id"),
      purpose: of("purpose", "", "created_by_organisation_id", "created_by_membership_id"),
      mandate: of("mandate", "", "created_by_organisation_id", "created_by_membership_id"),
      accountabilities: of("accountabilities", "[]", "created_by_organisation_id", "created_by_membership_id"),
      links: of("links", "[]", "created_by_organisation_id", "created_by_membership_id"),
    },
  },
  RoleAssignment: {
    table: "role_assignment",
    fields: { note: of("note", null, "proposed_by_organisation_id", "proposed_by_membership_id"), endNote: of("end_note", null, "organisation_id") },
  },
  HandoverRequest: {
    table: "handover_request",
    fields: { reason: of("reason", null, "from_organisation_id", "requested_by_membership_id"), answer: of("answer", null, "to_organisation_id") },
  },
  AgendaItem: {
    table: "agenda_item",
    fields: {
      title: of("title", dash, "organisation_id", "membership_id"),
      note: of("note", "", "organisation_id", "membership_id"),
      links: of("links", "[]", "organisation_id", "membership_id"),
    },
  },
  MeetingPromise: {
    table: "meeting_promise",
    fields: { saidBy: of("said_by", null, "recorded_by_organisation_id", "recorded_by_membership_id"), reason: of("reason", null, "organisation_id") },
  },
  Decision: { table: "decision", fields: { text: of("text", dash, "organisation_id", "recorded_by_membership_id") } },
  DecisionNote: { table: "decision_note", fields: { text: of("text", "", "organisation_id", "membership_id") } },
  GuestQuestion: { table: "guest_question", fields: { text: of("text", dash, "meeting_id") } },
};

/** The table of a type with such texts. */
export const tableOf = (type: string): string | null => (Object.hasOwn(texts, type) ? (texts[type]?.table ?? null) : null);

/** The author, a coordinator of that organisation, or PRIVACY; what a guest wrote, who leads the meeting or takes notes. */
async function mayErase(change: Change, type: string, row: { author: string | null; organisation: string | null }): Promise<boolean> {
  if (mayRedact(change.actor, { authorId: row.author, organisationId: row.organisation ?? "" })) return true;
  return type === "GuestQuestion" && mayTakeNotes(change.actor, await loadMeeting(change, row.organisation ?? "", "targetId"));
}

/** D5: takes a text of a role or meeting back in the row and in every difference of the log; minutes are made anew without it. */
export async function redactMeetingText(change: Change, input: RedactTextInput): Promise<string> {
  const { em, coalition } = change;
  const { targetType, targetId, field } = input;
  const reason = text("reason", input.reason, meetingLimits.reason);
  const table = tableOf(targetType);
  const found = table !== null && Object.hasOwn(texts[targetType]?.fields ?? {}, field) ? texts[targetType]?.fields[field] : undefined;
  if (!table || !found) throw invalid("field", "NOT_A_TEXT");
  const [row] = await em.execute<{ author: string | null; organisation: string | null }[]>(
    `select ${found.author ?? "null"} as author, ${found.organisation} as organisation from "${table}" where id = ? and coalition_id = ?`,
    [targetId, coalition.id],
  );
  if (!row) throw notFound("targetId");
  if (!(await mayErase(change, targetType, row))) throw notAllowed("NOT_THE_AUTHOR");
  const value = found.blank === "[]" ? "?::jsonb" : "?";
  await em.execute(`update "${table}" set "${found.column}" = ${value} where id = ?`, [found.blank, targetId]);
  for (const event of await em.find(EventTable, { coalitionId: coalition.id, targetType, targetId })) {
    if (event.changes.some((entry) => entry.field === field))
      event.changes = event.changes.map((entry) => (entry.field === field ? difference(field, null, null) : entry));
  }
  change.record({
    type: EventType.TEXT_REDACTED,
    target: { type: targetType, id: targetId },
    changes: [difference(field, null, null), difference("reason", null, reason)],
  });
  return targetId;
}
