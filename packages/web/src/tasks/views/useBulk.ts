import { Letter } from "@wijkbord/schema";
import { AddTaskLabelDocument, MoveTaskDocument, ProposeAssignmentDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useBoard } from "../boardContext.ts";
import type { Card } from "../taskFeed.ts";
import { type Outcome, useAct } from "../useAct.ts";

/** What is done to every chosen task. */
export type BulkAct =
  | { readonly kind: "move"; readonly columnId: string; readonly reason: string | null }
  | { readonly kind: "ask"; readonly organisationId: string }
  | { readonly kind: "label"; readonly labelId: string };

/** A task that stayed as it was, and why. */
export interface Failed {
  readonly card: Card;
  readonly text: string;
}

/** Does one thing to several tasks, one after the other, and tells which stayed as they were. */
export function useBulk() {
  const act = useAct();
  const { store } = useBoard();
  const [busy, setBusy] = useState<number | null>(null);
  const one = (card: Card, wanted: BulkAct): Promise<Outcome> => {
    if (wanted.kind === "label") return act(AddTaskLabelDocument, { taskId: card.id, labelId: wanted.labelId }, { quiet: true });
    if (wanted.kind === "ask")
      return act(
        ProposeAssignmentDocument,
        { taskId: card.id, organisationId: wanted.organisationId, letter: Letter.ACCOUNTABLE, membershipId: null, note: null },
        { quiet: true },
      );
    const last = store.order
      .list(wanted.columnId)
      .filter((id) => id !== card.id)
      .at(-1);
    return act(
      MoveTaskDocument,
      { id: card.id, columnId: wanted.columnId, afterTaskId: last ?? null, expectedVersion: card.version, reason: wanted.reason },
      { quiet: true },
    );
  };
  const run = async (cards: readonly Card[], wanted: BulkAct): Promise<Failed[]> => {
    const failed: Failed[] = [];
    for (const [index, card] of cards.entries()) {
      setBusy(index);
      const outcome = await one(store.feed.cards.get(card.id) ?? card, wanted);
      if (!outcome.ok) failed.push({ card, text: outcome.text });
    }
    setBusy(null);
    return failed;
  };
  return { busy, run };
}
