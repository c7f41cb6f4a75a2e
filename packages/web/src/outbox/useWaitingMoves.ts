import { useEffect } from "react";
import { useScope } from "../activity/scope.ts";
import type { BoardStore } from "../tasks/boardStore.ts";
import { outboxOf } from "./outbox.ts";

/** Cards that were moved without a connection stand where they were put, until the hub has answered. */
export function useWaitingMoves(store: BoardStore): void {
  const outbox = outboxOf(useScope());
  useEffect(() => {
    const shown = new Set<string>();
    const show = () => {
      const moves = outbox.get().flatMap(({ name, taskId, input, problem }) => (name === "MoveTask" && taskId && !problem ? [{ taskId, input }] : []));
      for (const { taskId, input } of moves) {
        const { columnId, afterTaskId } = input;
        if (typeof columnId !== "string") continue;
        shown.add(taskId);
        store.order.move(taskId, { columnId, afterTaskId: typeof afterTaskId === "string" ? afterTaskId : null });
      }
      for (const taskId of shown) {
        if (moves.some((move) => move.taskId === taskId)) continue;
        shown.delete(taskId);
        store.order.settle(taskId);
      }
    };
    show();
    return outbox.subscribe(show);
  }, [outbox, store]);
}
