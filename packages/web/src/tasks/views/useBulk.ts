import { Letter } from "@wijkbord/schema";
import { AddTaskLabelDocument, MoveTaskDocument, ProposeAssignmentDocument, UndoEventDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { useBoard } from "../boardContext.ts";
import type { Card } from "../taskFeed.ts";
import { type Outcome, useAct } from "../useAct.ts";
import { taskWords } from "../words.ts";

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

/** A task that was changed, and the change that did it. */
export interface Changed {
  readonly card: Card;
  readonly clientMutationId: string;
}

/** Does one thing to several tasks, one after the other, and tells which stayed as they were; all of it is undone in one act. */
export function useBulk() {
  const act = useAct();
  const t = useWords(taskWords);
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
  const run = async (cards: readonly Card[], wanted: BulkAct): Promise<{ failed: Failed[]; changed: Changed[] }> => {
    const [failed, changed]: [Failed[], Changed[]] = [[], []];
    for (const [index, card] of cards.entries()) {
      setBusy(index);
      const outcome = await one(store.feed.cards.get(card.id) ?? card, wanted);
      if (!outcome.ok) failed.push({ card, text: outcome.text });
      else if (outcome.clientMutationId) changed.push({ card, clientMutationId: outcome.clientMutationId });
    }
    setBusy(null);
    return { failed, changed };
  };
  /** Writes every task back, the last one first; each is an event of its own. */
  const undo = async (changed: readonly Changed[]): Promise<Failed[]> => {
    const failed: Failed[] = [];
    for (const { card, clientMutationId } of changed.toReversed()) {
      const eventId = await store.feed.eventOf(clientMutationId);
      const outcome: Outcome = eventId ? await act(UndoEventDocument, { eventId }, { quiet: true }) : { ok: false, text: t("notSaved"), problem: null };
      if (!outcome.ok) failed.push({ card, text: outcome.text });
    }
    return failed;
  };
  return { busy, run, undo };
}
