import { mayWrite } from "@wijkbord/schema";
import { ArrowLeftRight, Check } from "lucide-react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { useBoard, useFrame } from "../boardContext.ts";
import { taskWords } from "../words.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

/** Where the card stands, and the acts that bring it further. */
export function ColumnChoice({ task }: { readonly task: Detail }) {
  const t = useWords(panelWords);
  const b = useWords(taskWords);
  const { viewer } = useCoalition();
  const { store, actions, openMove } = useBoard();
  const { columns, id: boardId } = useFrame(store);
  const place = task.placements.find((placement) => placement.boardId === boardId);
  const column = columns.find(({ id }) => id === place?.columnId);
  if (!column) return null;
  return (
    <p className="stands-in">
      <span className="quiet">{t("column")}</span>
      <span className="column-name">
        <i className="column-mark" data-state={column.state} aria-hidden />
        {column.title}
      </span>
      {mayWrite(viewer) && (
        <Button small onClick={() => openMove(task)}>
          <ArrowLeftRight size={15} aria-hidden />
          {b("move")}
        </Button>
      )}
      {mayWrite(viewer) && task.state !== "DONE" && (
        <Button small onClick={() => actions.finish(task)}>
          <Check size={15} aria-hidden />
          {b("done")}
        </Button>
      )}
    </p>
  );
}
