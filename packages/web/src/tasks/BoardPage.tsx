import { mayWrite } from "@wijkbord/schema";
import { lazy, Suspense, use, useEffect, useMemo, useState } from "react";
import { Outlet, useParams, useSearchParams } from "../shared/router.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { OpenAreaContext } from "../coalitions/useOpenArea.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { presenceOf } from "../presence/presenceStore.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Board } from "./Board.tsx";
import { BoardActions, type Target } from "./boardActions.ts";
import { BoardContext, type OpenBoard, useBoard, useCardsVersion } from "./boardContext.ts";
import { BoardHeading } from "./BoardHeading.tsx";
import { BoardSkeleton } from "./BoardSkeleton.tsx";
import type { BoardStore } from "./boardStore.ts";
import { FilterBar } from "./FilterBar.tsx";
import { type BoardView, inView, noFilters, viewOf, withView } from "./filters.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { NewTask } from "./NewTask.tsx";
import { useWaitingMoves } from "../outbox/useWaitingMoves.ts";
import type { Card } from "./taskFeed.ts";
import { useAddress } from "./useAddress.ts";
import { useAnnouncements } from "./useAnnouncements.ts";
import { useBoardArea } from "./useBoardArea.ts";
import { useBoardStore } from "./useBoardStore.ts";
import { useKeptScroll } from "./useKeptScroll.ts";
import { usePageKeys } from "./usePageKeys.ts";
import { WaitingChip } from "./WaitingChip.tsx";
import { taskWords } from "./words.ts";

const PartnerView = lazy(async () => ({ default: (await import("./views/PartnerView.tsx")).PartnerView }));
const TaskTable = lazy(async () => ({ default: (await import("./views/TaskTable.tsx")).TaskTable }));
const FirstActs = lazy(async () => ({ default: (await import("../coalitions/FirstActs.tsx")).FirstActs }));
const BoardSettings = lazy(async () => ({ default: (await import("./BoardSettings.tsx")).BoardSettings }));

function Nothing({ onAdd, onClear }: { readonly onAdd: () => void; readonly onClear: () => void }) {
  const t = useWords(taskWords);
  const { store, view } = useBoard();
  const { viewer, boards } = useCoalition();
  const address = boards.find(({ id }) => id === store.boardId)?.slug;
  useCardsVersion(store);
  const cards = store.all();
  if (cards.some((card) => inView(card, view, viewer.organisationId))) return null;
  if (cards.length > 0) return <EmptyState title={t("emptyFiltered")} action={<Button onClick={onClear}>{t("clearFilters")}</Button>} />;
  return (
    <Suspense fallback={<Skeleton rows={1} height={180} />}>
      <FirstActs board={address ?? ""} onAdd={onAdd} />
    </Suspense>
  );
}

/** Shows others that this board, and perhaps a task of it, is open here. */
function useStanding(store: BoardStore): void {
  const presence = presenceOf(useScope());
  const { number } = useParams();
  useEffect(() => {
    const open = store.all().find((card) => card.number.toLowerCase() === number?.toLowerCase());
    presence.stand({ page: "BOARD", objectId: store.boardId, taskId: open?.id ?? null, mode: "VIEWING" });
  }, [presence, store, number]);
  useEffect(() => () => presence.stand(null), [presence, store]);
}

function OpenBoardPage({ store }: { readonly store: BoardStore }) {
  const scope = useScope();
  const coalition = useCoalition();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const [settingUp, setSettingUp] = useState(false);
  const [moving, setMoving] = useState<{ card: Card; to?: Target } | null>(null);
  const actions = useMemo(
    () => new BoardActions(store, coalition, language, scope, (card, to) => setMoving({ card, to })),
    [store, coalition, language, scope],
  );
  const today = useToday();
  const place = useAddress();
  const { address, changeAddress, waits } = place;
  const view = useMemo(() => viewOf(address, today), [address, today]);
  const board: OpenBoard = useMemo(() => ({ store, actions, view, ...place, openMove: (card) => setMoving({ card }) }), [store, actions, view, place]);
  const adding = params.get("nieuw");
  const setAdding = (columnId: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (columnId === null) next.delete("nieuw");
        else next.set("nieuw", columnId);
        return next;
      },
      { replace: true },
    );
  const firstColumn = store.frameNow().columns.find(({ state }) => state === "PROPOSED") ?? store.frameNow().columns[0];
  const add = () => setAdding(firstColumn?.id ?? null);
  const change = (part: Partial<BoardView>) => changeAddress((before) => withView(before, part), part.layout === undefined);
  useStanding(store);
  useAnnouncements(store, useParams()["number"]);
  useKeptScroll();
  useWaitingMoves(store);
  const toFirstCard = () => document.querySelector<HTMLElement>(".board-page [data-card]")?.focus();
  usePageKeys({ n: () => mayWrite(coalition.viewer) && add(), j: toFirstCard, k: toFirstCard });
  const addingTo = adding === "" ? firstColumn : store.frameNow().columns.find(({ id }) => id === adding);
  return (
    <BoardContext value={board}>
      <div className="board-page">
        <BoardHeading onAdd={add} onSettings={() => setSettingUp(true)} />
        <FilterBar onChange={change} />
        <WaitingChip />
        {!waits && view.layout !== "list" && <Nothing onAdd={add} onClear={() => change(noFilters)} />}
        {waits ? (
          <Skeleton rows={6} />
        ) : view.layout === "board" ? (
          <Board adding={addingTo?.id ?? null} onAdd={setAdding} />
        ) : (
          <>
            {addingTo && <NewTask column={addingTo} onClose={() => setAdding(null)} />}
            <Suspense fallback={<Skeleton rows={6} />}>{view.layout === "list" ? <TaskTable onClear={() => change(noFilters)} /> : <PartnerView />}</Suspense>
          </>
        )}
      </div>
      {moving && <MoveDialog card={moving.card} {...(moving.to && { to: moving.to })} onClose={() => setMoving(null)} />}
      {settingUp && (
        <Suspense>
          <BoardSettings onClose={() => setSettingUp(false)} />
        </Suspense>
      )}
      <Outlet />
    </BoardContext>
  );
}

/** The board of a neighbourhood, with a task beside it when its address is open. */
export function BoardPage() {
  const t = useWords(taskWords);
  const { show } = use(OpenAreaContext);
  const { area, retry: again } = useBoardArea();
  const areaCode = typeof area === "object" ? area.areaCode : undefined;
  const { store, failed, retry } = useBoardStore(areaCode ?? null);
  useEffect(() => {
    if (areaCode) show(areaCode);
  }, [areaCode, show]);
  if (area === "unknown") return <NotHerePage />;
  if (area === "failed") return <ErrorBlock title={t("loadFailed")} onRetry={again} />;
  if (failed) return <ErrorBlock title={t("loadFailed")} onRetry={retry} />;
  if (!store || !area) return <BoardSkeleton title={area?.title ?? ""} />;
  return <OpenBoardPage key={store.boardId} store={store} />;
}
