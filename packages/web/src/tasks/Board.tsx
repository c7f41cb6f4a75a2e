import { Swimlane } from "@wijkbord/schema";
import { useMemo, useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Square } from "../ui/Square.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import "./Board.css";
import { BoardColumn } from "./BoardColumn.tsx";
import { useBoard, useCardsVersion, useColumnTasks, useFrame } from "./boardContext.ts";
import type { Column } from "./boardStore.ts";
import { inView, isFiltered, laneOf } from "./filters.ts";
import { useBoardKeys } from "./useBoardKeys.ts";
import { taskWords } from "./words.ts";

interface Adding {
  readonly adding: string | null;
  readonly onAdd: (columnId: string | null) => void;
}

/** Tasks of a column that the filters leave over; all of them, untouched, without filters. */
function useVisible(column: Column, keep?: (id: string) => boolean): readonly string[] {
  const { store, view } = useBoard();
  const { viewer } = useCoalition();
  const ids = useColumnTasks(store, column.id);
  const version = useCardsVersion(store);
  return useMemo(() => {
    if (!isFiltered(view) && !keep) return ids;
    void version;
    return ids.filter((id) => {
      const card = store.feed.cards.get(id);
      return card !== undefined && inView(card, view, viewer.organisationId) && (keep?.(id) ?? true);
    });
  }, [ids, view, keep, version, store, viewer.organisationId]);
}

function FilteredColumn({ column, adding, onAdd, panelOf }: Adding & { readonly column: Column; readonly panelOf?: string }) {
  return <BoardColumn column={column} ids={useVisible(column)} adding={adding === column.id} onAdd={onAdd} {...(panelOf && { panelOf })} />;
}

function LaneCell({ column, rows, lane }: { readonly column: Column; readonly rows: Swimlane; readonly lane: string | null }) {
  const { store } = useBoard();
  const keep = useMemo(
    () => (id: string) => {
      const card = store.feed.cards.get(id);
      return card !== undefined && laneOf(card, rows) === lane;
    },
    [store, rows, lane],
  );
  return <BoardColumn column={column} ids={useVisible(column, keep)} adding={false} onAdd={() => undefined} inRow />;
}

function LaneTitle({ rows, lane }: { readonly rows: Swimlane; readonly lane: string | null }) {
  const t = useWords(taskWords);
  const { organisations, actionLines } = useCoalition();
  if (lane === null) return t(rows === Swimlane.PARTNER ? "laneNoTrekker" : "laneNoActionLine");
  const organisation = organisations.get(lane);
  if (!organisation) return actionLines.get(lane)?.title ?? "";
  return (
    <>
      <Square letters={organisation.letters} name={organisation.name} colour={organisation.colourIndex} decorative /> {organisation.name}
    </>
  );
}

/** Rows across the columns: per partner that trekt, or per action line. */
function Lanes({ rows, columns }: { readonly rows: Swimlane; readonly columns: readonly Column[] }) {
  const { store, view } = useBoard();
  const { viewer, organisations, actionLines } = useCoalition();
  useCardsVersion(store);
  const used = new Set(store.all().flatMap((card) => (inView(card, view, viewer.organisationId) ? [laneOf(card, rows)] : [])));
  const order = [null, ...(rows === Swimlane.PARTNER ? organisations : actionLines).keys()];
  return order
    .filter((lane) => used.has(lane))
    .map((lane) => (
      <section key={lane ?? "none"} className="lane">
        <h2>
          <LaneTitle rows={rows} lane={lane} />
        </h2>
        <div className="columns" style={{ "--columns": columns.length }}>
          {columns.map((column) => (
            <LaneCell key={column.id} column={column} rows={rows} lane={lane} />
          ))}
        </div>
      </section>
    ));
}

function PhoneColumns({ columns, adding, onAdd }: Adding & { readonly columns: readonly Column[] }) {
  const t = useWords(taskWords);
  const { store } = useBoard();
  useCardsVersion(store);
  const [chosen, setChosen] = useState(() => columns.find(({ state }) => state === "IN_PROGRESS")?.id ?? columns[0]?.id ?? "");
  // The column in which a task is added stays in sight afterwards, with the new card.
  if (adding && adding !== chosen) setChosen(adding);
  const column = columns.find(({ id }) => id === (adding ?? chosen)) ?? columns[0];
  if (!column) return null;
  const select = (id: string) => {
    if (adding) onAdd(null);
    setChosen(id);
  };
  const tabs = columns.map(({ id, title }) => ({
    key: id,
    label: (
      <>
        {title} <small>{store.order.list(id).length}</small>
      </>
    ),
  }));
  return (
    <>
      <Tabs idPrefix="column" label={t("columns")} tabs={tabs} selected={column.id} onSelect={select} />
      <FilteredColumn key={column.id} column={column} adding={adding} onAdd={onAdd} panelOf="column" />
    </>
  );
}

/** The columns of a board with their cards. */
export function Board({ adding, onAdd }: Adding) {
  const { store, view } = useBoard();
  const frame = useFrame(store);
  const phone = useIsPhone();
  const columns = frame.columns.toSorted((a, b) => a.position - b.position);
  const { viewer } = useCoalition();
  const shown = (id: string) => {
    const card = store.feed.cards.get(id);
    return card !== undefined && inView(card, view, viewer.organisationId);
  };
  const onKeyDown = useBoardKeys(() => columns.map((column) => store.order.list(column.id).filter(shown)));
  const rows = view.rows ?? Swimlane[frame.swimlane];
  if (phone) {
    return (
      <div className="board" role="group" aria-label={frame.title} onKeyDown={onKeyDown}>
        <PhoneColumns columns={columns} adding={adding} onAdd={onAdd} />
      </div>
    );
  }
  return (
    <div className="board" role="group" aria-label={frame.title} data-rows={rows === Swimlane.NONE ? undefined : ""} onKeyDown={onKeyDown}>
      {rows === Swimlane.NONE ? (
        <div className="columns" style={{ "--columns": columns.length }}>
          {columns.map((column) => (
            <FilteredColumn key={column.id} column={column} adding={adding} onAdd={onAdd} />
          ))}
        </div>
      ) : (
        <>
          <div className="columns lane-heads" style={{ "--columns": columns.length }}>
            {columns.map((column) => (
              <LaneHead key={column.id} column={column} adding={adding} onAdd={onAdd} />
            ))}
          </div>
          <Lanes rows={rows} columns={columns} />
        </>
      )}
    </div>
  );
}

function LaneHead({ column, adding, onAdd }: Adding & { readonly column: Column }) {
  return <BoardColumn column={column} ids={[]} adding={adding === column.id} onAdd={onAdd} />;
}
