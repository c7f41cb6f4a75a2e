import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import type { Card } from "../tasks/taskFeed.ts";
import { isLetterKey, type Line } from "./division.ts";
import { useLetter } from "./useLetter.ts";

/** A cell: the task and the column. */
export interface Place {
  readonly taskId: string;
  /** 0 is the name of the task. */
  readonly column: number;
}
const page = 10;

interface Options {
  readonly at: Place | null;
  readonly setAt: (place: Place) => void;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly lines: readonly Line[];
  readonly organisationIds: readonly string[];
  readonly scrollTo: (line: number) => void;
  readonly choose: (card: Card, organisationId: string) => void;
}

/** Moving with the arrows, and setting and removing letters with the keys. */
export function useMatrixKeys({ at, setAt, table, lines, organisationIds, scrollTo, choose }: Options) {
  const letters = useLetter();
  const wanted = useRef<Place | null>(null);
  const tasks = lines.flatMap((line, index) => (line.kind === "task" ? [{ card: line.card, index }] : []));
  const focus = ({ taskId, column }: Place) => {
    const card = tasks.find((task) => task.card.id === taskId)?.card;
    const control = table.current?.querySelector<HTMLElement>(`tr[data-task="${card?.number}"] [data-column="${column}"]`);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return control !== null && control !== undefined;
  };
  useLayoutEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = null;
  });
  const go = (row: number, column: number) => {
    const next = tasks[Math.max(0, Math.min(tasks.length - 1, row))];
    if (!next) return;
    const place = { taskId: next.card.id, column: Math.max(0, Math.min(organisationIds.length, column)) };
    wanted.current = place;
    setAt(place);
    scrollTo(next.index);
  };
  const placeOf = (target: EventTarget): Place | null => {
    const control = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
    const number = control?.closest<HTMLElement>("tr[data-task]")?.dataset["task"];
    const card = tasks.find((task) => task.card.number === number)?.card;
    return control && card ? { taskId: card.id, column: Number(control.dataset["column"]) } : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = tasks.findIndex(({ card }) => card.id === place.taskId);
    const { column } = place;
    const moves: Record<string, readonly [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, organisationIds.length],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
    };
    const move = moves[event.key];
    const organisationId = organisationIds[column - 1];
    const card = tasks[row]?.card;
    const key = event.key.toLowerCase();
    if (move) go(...move);
    else if (card && organisationId && isLetterKey(key)) void letters.set(card, organisationId, key);
    else if (card && organisationId && (event.key === "Delete" || event.key === "Backspace")) void letters.remove(card, organisationId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place && (place.taskId !== at?.taskId || place.column !== at.column)) setAt(place);
  };
  const onClick = (event: { readonly target: EventTarget }) => {
    const place = placeOf(event.target);
    const organisationId = organisationIds[(place?.column ?? 0) - 1];
    const card = tasks.find((task) => task.card.id === place?.taskId)?.card;
    if (card && organisationId) choose(card, organisationId);
  };
  return { onKeyDown, onFocus, onClick };
}
