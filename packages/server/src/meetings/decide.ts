import { type DecisionKind, EventType } from "@wijkbord/schema";
import type { Decision, DecisionRef } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { DecisionTable } from "./decision.tables.ts";

/** What is decided, and where. */
export interface NewDecision {
  readonly text: string;
  readonly kind: DecisionKind;
  readonly refs: DecisionRef[];
  readonly boardIds?: string[];
  readonly meetingId?: string | null;
  readonly agendaItemId?: string | null;
}

/** Writes a decision; nothing changes it afterwards. Its words stand in the row alone, not in the log. */
export function decide(
  { em, actor, coalition, now, record }: Change,
  { text, kind, refs, boardIds = [], meetingId = null, agendaItemId = null }: NewDecision,
): Decision {
  const decision = em.create(DecisionTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    meetingId,
    agendaItemId,
    text,
    kind,
    refs,
    recordedByMembershipId: actor.membershipId,
    organisationId: actor.organisationId,
    decidedAt: now,
  });
  record({
    type: EventType.DECISION_RECORDED,
    target: { type: "Decision", id: decision.id },
    boardIds,
    changes: [
      { field: "kind", before: null, after: kind },
      { field: "refs", before: null, after: refs },
      { field: "meetingId", before: null, after: meetingId },
    ],
  });
  return decision;
}
