import { lazy, Suspense, useCallback, useEffect, useRef } from "react";
import { useNavigate, useParams } from "../shared/router.tsx";
import { useScope } from "../activity/scope.ts";
import { boardPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { presenceOf } from "../presence/presenceStore.ts";
import { Skeleton } from "../ui/States.tsx";
import { useBoard, useFrame } from "./boardContext.ts";

const TaskPanel = lazy(async () => ({ default: (await import("./panel/TaskPanel.tsx")).TaskPanel }));

/** The place of the task panel in the addresses; closing goes back to the board and to the card. */
export function TaskSlot() {
  const { number = "" } = useParams();
  const navigate = useNavigate();
  const path = usePath();
  const coalition = useCoalition();
  const presence = presenceOf(useScope());
  const { store, actions } = useBoard();
  const { areaCode } = useFrame(store);
  const backTo = useRef<string>(null);
  // The card can take the focus once the panel is gone and the board is within reach.
  useEffect(() => () => void (backTo.current && actions.focus.request(backTo.current)), [actions]);
  const close = () => {
    const board = coalition.boards.find((entry) => entry.areaCode === areaCode);
    const card = store.all().find((each) => each.number.toLowerCase() === number.toLowerCase());
    navigate({ pathname: path(board ? boardPath(coalition, board) : `/${coalition.slug}`), search: window.location.search });
    backTo.current = card?.id ?? null;
  };
  const onEditing = useCallback((taskId: string | null) => presence.edit(taskId !== null), [presence]);
  return (
    <Suspense fallback={<Skeleton rows={4} />}>
      <TaskPanel key={number} number={number} onClose={close} onEditing={onEditing} />
    </Suspense>
  );
}
