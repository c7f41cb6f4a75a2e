import { AssignmentState, isLive, Letter } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { acceptLetter, handedOver, settleLetter } from "./giveLetter.ts";
import type { LoadedTask } from "./taskChange.ts";
import { valueBefore } from "./undoTask.ts";

/** Withdraws a proposal, or takes an answer back; only the organisation itself carries its letter again (INV-03). */
export async function undoLetter(change: Change, loaded: LoadedTask, event: LoggedEvent): Promise<void> {
  const letter = loaded.assignments.find(({ id }) => id === event.targetId);
  if (!letter) throw notFound("eventId");
  if (event.changes.some(({ field, after }) => field === "reason" && after === handedOver))
    throw ruleBroken("T9", [{ code: "NOT_UNDOABLE", objectId: event.id }]);
  if (letter.state === AssignmentState.PROPOSED) return settleLetter(change, loaded, letter, AssignmentState.RELEASED, null, event.id);
  if (letter.organisationId !== change.actor.organisationId) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  const others = loaded.assignments.filter((other) => other.organisationId === letter.organisationId && other !== letter && isLive(other));
  const combinable = ({ letter: kind }: { letter: Letter }) => kind === Letter.ACCOUNTABLE || kind === Letter.RESPONSIBLE;
  if (others.some((other) => other.letter === letter.letter || !combinable(other) || !combinable(letter))) {
    throw ruleBroken("INV-04", [{ code: "HOLDS_ANOTHER_LETTER", objectId: letter.id }]);
  }
  if (valueBefore(event, "state") === AssignmentState.ACCEPTED) return acceptLetter(change, loaded, letter, event.id);
  return settleLetter(change, loaded, letter, AssignmentState.PROPOSED, null, event.id);
}
