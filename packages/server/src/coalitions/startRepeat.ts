import type { StartCoalitionInput } from "@wijkbord/schema/types";
import { type ChangeDeps, keepOutcome, knownOutcome, type LoggedWork } from "../activity/change.ts";
import { isKnownId } from "../activity/ids.ts";
import { invalid } from "../activity/refusal.ts";
import { hashOf, newToken } from "../meetings/secrets.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { CoalitionTable, InvitationTable, MembershipTable } from "./coalition.tables.ts";
import type { Started } from "./startCoalition.ts";

const hour = 3_600_000;

/** Nobody is signed in at a start, so that its receipt belongs to all that was filled in: who repeats it must know the same. */
function receiptKey(input: StartCoalitionInput): string {
  const { clientMutationId: _, ...content } = input;
  return `start ${hashOf(JSON.stringify(content))}`;
}

/** Remembers that this start was made. */
export function keepStarted(work: LoggedWork, input: StartCoalitionInput): void {
  if (input.clientMutationId) keepOutcome(work, receiptKey(input), input.clientMutationId, work.coalition.id);
}

/**
 * The coalition of a start that is asked again, for whoever began it. Its answer may never have come, so every link is
 * made anew; once a link was used, or after an hour, the answer came and a repeat is refused.
 */
export async function startedBefore({ database, clock }: ChangeDeps, input: StartCoalitionInput, knownUserId: string | null): Promise<Started | null> {
  const { clientMutationId } = input;
  if (!clientMutationId) return null;
  if (!isKnownId(clientMutationId)) throw invalid("clientMutationId", "NOT_A_UUID");
  return database.transaction(async (em) => {
    const now = clock.now();
    const known = await knownOutcome(em, receiptKey(input), clientMutationId, now);
    if (!known || "problem" in known) return null;
    const { objectId } = known;
    const { createdAt, sequence } = await em.findOneOrFail(CoalitionTable, { id: objectId });
    const made = await em.find(InvitationTable, { coalitionId: objectId, createdAt }, { orderBy: { id: "asc" } });
    const first = await em.findOneOrFail(MembershipTable, { coalitionId: objectId }, { orderBy: { id: "asc" } });
    const board = await em.findOneOrFail(BoardTable, { coalitionId: objectId }, { orderBy: { id: "asc" } });
    const isOther = knownUserId !== null && knownUserId !== first.userId;
    const isUsed = made.length === 0 || first.validUntil !== null || made.some(({ uses, revokedAt }) => uses > 0 || revokedAt !== null);
    if (isOther || isUsed || now.getTime() - createdAt.getTime() > hour) throw invalid("clientMutationId", "TAKEN");
    const links = made.map((invitation) => {
      const token = newToken();
      invitation.tokenHash = hashOf(token);
      return { invitationId: invitation.id, token };
    });
    return { outcome: { objectId, asOfSequence: sequence }, userId: first.userId, boardId: board.id, links };
  });
}
