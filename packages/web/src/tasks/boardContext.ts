import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { BoardActions } from "./boardActions.ts";
import type { BoardStore, Frame } from "./boardStore.ts";
import type { BoardView } from "./filters.ts";
import type { Marks } from "./marks.ts";
import type { Card } from "./taskFeed.ts";

export interface OpenBoard {
  readonly store: BoardStore;
  readonly actions: BoardActions;
  readonly view: BoardView;
  /** What the address asks for; a saved view is written out. */
  readonly address: URLSearchParams;
  /** Changes the address; a saved view that is open is left. */
  readonly changeAddress: (update: (address: URLSearchParams) => URLSearchParams, replace: boolean) => void;
  /** The saved view that the address names. */
  readonly savedId: string | null;
  /** Opens a saved view by its address; null opens the whole board. */
  readonly openSaved: (id: string | null, replace?: boolean) => void;
  /** Tells what the saved view of the address shows. */
  readonly showSaved: (id: string, address: URLSearchParams) => void;
  /** Opens the window to move a card. */
  readonly openMove: (card: Card) => void;
}

export const BoardContext = createContext<OpenBoard | null>(null);

/** The open board. */
export function useBoard(): OpenBoard {
  const board = use(BoardContext);
  if (!board) throw new Error("No board is open here.");
  return board;
}

/** Columns, title and style of a board, as they are now. */
export const useFrame = (store: BoardStore): Frame => useSyncExternalStore(store.subscribe, store.frameNow);
/** Draws again whenever a card of the board changes. */
export const useCardsVersion = (store: BoardStore): number => useSyncExternalStore(store.subscribe, store.cardsVersion);

/** Tasks of a column, in order. */
export function useColumnTasks(store: BoardStore, columnId: string): readonly string[] {
  const subscribe = useCallback((listener: () => void) => store.order.subscribe(columnId, listener), [store, columnId]);
  return useSyncExternalStore(subscribe, () => store.order.list(columnId));
}

/** The mark of one card. */
export function useMark<Mark>(marks: Marks<Mark>, taskId: string): Mark | null {
  const subscribe = useCallback((listener: () => void) => marks.subscribe(taskId, listener), [marks, taskId]);
  return useSyncExternalStore(subscribe, () => marks.of(taskId));
}
