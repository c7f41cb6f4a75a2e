import { useEffect } from "react";
import { useScope } from "../activity/scope.ts";
import { presenceOf } from "../presence/presenceStore.ts";

/** Shows who has the same board open, as a board or as a division, that we are here and which task we divide. */
export function useDividing(boardId: string, taskId: string | null): void {
  const presence = presenceOf(useScope());
  useEffect(() => {
    if (boardId) presence.stand({ page: "BOARD", objectId: boardId, taskId, mode: taskId === null ? "VIEWING" : "EDITING" });
  }, [presence, boardId, taskId]);
  useEffect(() => () => presence.stand(null), [presence, boardId]);
}
