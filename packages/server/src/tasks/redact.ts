import { EventType, mayRedact, taskLimits } from "@wijkbord/schema";
import type { LoggedEvent, RedactTextInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { EventTable } from "../activity/event.table.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { isTextOf, type RedactTarget, targetOf } from "./redactTargets.ts";
import { type LoadedTask, loadTask, recordTask, touchUnder } from "./taskChange.ts";
import { forgetInTemplates } from "./templates.ts";

const carries = (event: LoggedEvent, field: string) => event.changes.some((entry) => entry.field === field);

/** Events that hold the text: those about the target, in which the field changed. */
async function eventsWith({ em, coalition }: Change, input: RedactTextInput): Promise<LoggedEvent[]> {
  const where = input.targetType === "Event" ? { id: input.targetId } : { targetId: input.targetId, targetType: input.targetType };
  const events = await em.find(EventTable, { coalitionId: coalition.id, ...where });
  return events.filter((event) => carries(event, input.field));
}

/** Who wrote the text, in whatever version: the author of the row and everybody who changed the field. */
async function authorsOf(
  { em }: Change,
  target: RedactTarget | null,
  events: readonly LoggedEvent[],
): Promise<{ authorId: string | null; organisationId: string }[]> {
  const ids = [...new Set(events.flatMap(({ actorMembershipId }) => actorMembershipId ?? []))];
  const members = await em.find(MembershipTable, { id: { $in: ids } });
  return [...(target ? [target] : []), ...members.map(({ id, organisationId }) => ({ authorId: id, organisationId }))];
}

/** The task of the text, when the actor may read it; also of something that was taken away since. */
async function taskOf(change: Change, target: RedactTarget | null, events: readonly LoggedEvent[]): Promise<LoadedTask> {
  const { organisationId } = change.actor;
  const hidden = events.some((event) => event.organisationId !== null && event.organisationId !== organisationId);
  const taskId = target?.taskId ?? (hidden ? null : events.find((event) => event.taskId !== null)?.taskId);
  if (!taskId) throw notFound("targetId");
  return loadTask(change, taskId, "targetId");
}

/** Takes a text back everywhere: in the row and in every difference of the log; the numbers stay (D5). */
export async function redactText(change: Change, input: RedactTextInput): Promise<string> {
  const reason = text("reason", input.reason, taskLimits.reason);
  const { targetType, targetId, field } = input;
  if (!isTextOf(targetType, field)) throw invalid("field", "NOT_A_TEXT");
  const target = await targetOf(change, targetType, targetId, field);
  const events = await eventsWith(change, input);
  const loaded = await taskOf(change, target, events);
  const authors = await authorsOf(change, target, events);
  if (!authors.some((author) => mayRedact(change.actor, author))) throw notAllowed("NOT_THE_AUTHOR");
  target?.erase();
  await forgetInTemplates(change, loaded.task.id, targetType, field);
  for (const event of events) event.changes = event.changes.map((entry) => (entry.field === field ? { field, before: null, after: null } : entry));
  touchUnder(loaded, change, target?.under);
  recordTask(change, loaded, EventType.TEXT_REDACTED, {
    target: { type: targetType, id: targetId },
    under: target?.under,
    changes: [
      { field, before: null, after: null },
      { field: "reason", before: null, after: reason },
    ],
  });
  return loaded.task.id;
}
