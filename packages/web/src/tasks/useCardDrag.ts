import { type RefObject, useEffect, useState } from "react";
import { useBoard } from "./boardContext.ts";
import { useDragTools } from "./useDragTools.ts";

export type Edge = "top" | "bottom";

const edgeOf = (element: Element, clientY: number): Edge => {
  const { top, height } = element.getBoundingClientRect();
  return clientY < top + height / 2 ? "top" : "bottom";
};

/** Makes a card something to drag and to drop on; gives the side where a dragged card would land. */
export function useCardDrag(card: RefObject<HTMLElement | null>, taskId: string, columnId: string, enabled: boolean): Edge | null {
  const { store } = useBoard();
  const tools = useDragTools();
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = card.current;
    if (!element || !tools || !enabled) return undefined;
    let release = () => undefined as void;
    return tools.combine(
      tools.draggable({
        element,
        getInitialData: () => ({ taskId }),
        onDragStart: () => {
          release = store.order.hold();
          element.dataset["dragging"] = "";
        },
        onDrop: () => {
          release();
          delete element.dataset["dragging"];
        },
      }),
      tools.dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data["taskId"] === "string" && source.data["taskId"] !== taskId,
        getData: ({ input }) => ({ taskId, columnId, edge: edgeOf(element, input.clientY) }),
        onDrag: ({ self }) => setEdge(self.data["edge"] === "top" ? "top" : "bottom"),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
      () => release(),
    );
  }, [card, taskId, columnId, enabled, store, tools]);
  return edge;
}
