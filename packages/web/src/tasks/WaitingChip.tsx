import { useSyncExternalStore } from "react";
import { useWords } from "../language/words.ts";
import { useBoard } from "./boardContext.ts";
import { taskWords } from "./words.ts";

/** Says that changes wait because a card is in the hand. */
export function WaitingChip() {
  const t = useWords(taskWords);
  const { store } = useBoard();
  const count = useSyncExternalStore(store.order.subscribeWaiting, store.order.waitingChanges);
  return count > 0 ? <p className="waiting">{t("waiting", { count })}</p> : null;
}
