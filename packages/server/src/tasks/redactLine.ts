import { EventType, mayRedact, taskLimits } from "@wijkbord/schema";
import type { RedactTextInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { ActionLineTable } from "./board.tables.ts";
import { activeBoards } from "./boards.ts";
import { difference } from "./taskChange.ts";

const texts = ["title", "whatWeDo", "soThat", "expectedImpact"] as const;
/** Shown in place of a text: a published line may not be empty (INV-14). */
const dash = "—";

/** D5: takes a text of an action line back, in the row and in every difference of the log. */
export async function redactLine(change: Change, input: RedactTextInput): Promise<string> {
  const { em, actor, coalition } = change;
  const reason = text("reason", input.reason, taskLimits.reason);
  const field = texts.find((each) => each === input.field);
  if (input.targetType !== "ActionLine" || !field) throw invalid("field", "NOT_A_TEXT");
  const line = await em.findOne(ActionLineTable, { id: input.targetId, coalitionId: coalition.id });
  if (!line) throw notFound("targetId");
  if (!mayRedact(actor, { authorId: line.createdByMembershipId ?? null, organisationId: line.leadOrganisationId })) throw notAllowed("NOT_THE_AUTHOR");
  line[field] = dash;
  line.version += 1;
  for (const event of await em.find(EventTable, { coalitionId: coalition.id, targetType: "ActionLine", targetId: line.id }))
    event.changes = event.changes.map((entry) => (entry.field === field ? difference(field, null, null) : entry));
  change.record({
    type: EventType.TEXT_REDACTED,
    target: { type: "ActionLine", id: line.id },
    boardIds: await activeBoards(change),
    changes: [difference(field, null, null), difference("reason", null, reason)],
    version: line.version,
  });
  return line.id;
}
