import { addressName, defaultColumns, startLimits, TaskState, WorkingStyle } from "@wijkbord/schema";
import type { NewBoardQuery } from "@wijkbord/schema/operations";
import type { ChosenArea } from "../../areas/AreaField.tsx";
import type { BoardEntry } from "../../coalitions/coalition.ts";
import { newId } from "../../shared/ids.ts";

/** A column while somebody fills in a board. */
export interface ColumnDraft {
  readonly key: string;
  readonly title: string;
  readonly state: TaskState;
  readonly wipLimit: number | null;
}
/** A board while somebody fills it in. */
export interface BoardDraft extends ChosenArea {
  /** Null: it follows the name of the neighbourhood. */
  readonly title: string | null;
  readonly templateId: string;
  readonly style: WorkingStyle;
  readonly columns: readonly ColumnDraft[];
}
type Template = NewBoardQuery["templates"][number];

/** States that a column can carry. */
export const columnStates: readonly TaskState[] = Object.values(TaskState).filter((state) => state !== TaskState.CANCELLED);

/** One more column at the end. */
export const withColumn = (columns: readonly ColumnDraft[], title: string): readonly ColumnDraft[] => [
  ...columns,
  { key: newId(), title, state: TaskState.IN_PROGRESS, wipLimit: null },
];

/** A column one place to the left or to the right. */
export function shifted(columns: readonly ColumnDraft[], index: number, by: -1 | 1): readonly ColumnDraft[] {
  const moved = columns[index];
  return moved ? columns.toSpliced(index, 1).toSpliced(index + by, 0, moved) : columns;
}

/** What a board begins with: columns and working style of a template, else the usual ones. */
export function beginWith(
  template: Template | undefined,
  usual: WorkingStyle,
  nameOf: (state: TaskState) => string | null,
): Pick<BoardDraft, "columns" | "style"> {
  const columns = template?.board?.columns ?? defaultColumns.map(({ title, state }) => ({ title: nameOf(state) ?? title, state, wipLimit: null }));
  return {
    style: template?.board ? WorkingStyle[template.board.style] : usual,
    columns: columns.map(({ title, state, wipLimit }) => ({ key: newId(), title, state: TaskState[state], wipLimit: wipLimit ?? null })),
  };
}

/** The board that the chosen neighbourhood has already. */
export function boardThere({ area, areaName }: ChosenArea, boards: readonly BoardEntry[]): BoardEntry | undefined {
  if (area) return boards.find(({ areaCode }) => areaCode === area.code);
  const typed = addressName(areaName);
  return typed === "" ? undefined : boards.find((board) => addressName(board.areaName) === typed);
}

/** Whether a neighbourhood is chosen or named. */
export const hasArea = ({ area, areaName }: ChosenArea): boolean => area !== null || [...areaName.trim()].length >= startLimits.areaNameAtLeast;
