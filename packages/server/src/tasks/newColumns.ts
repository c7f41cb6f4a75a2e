import { boardLimits, taskLimits, TaskState } from "@wijkbord/schema";
import type { NewColumnInput, TemplateColumn } from "@wijkbord/schema/types";
import { invalid, text } from "../activity/refusal.ts";

/** A state that a column can carry. */
export function checkState(state: TaskState): TaskState {
  if (state === TaskState.CANCELLED) throw invalid("state", "NOT_A_COLUMN_STATE");
  return state;
}

/** A number of tasks above which a column warns, or none. */
export function checkLimit(wipLimit: number | null | undefined): number | null {
  if (wipLimit === null || wipLimit === undefined) return null;
  if (wipLimit < 1 || wipLimit > boardLimits.wipLimit) throw invalid("wipLimit", "OUT_OF_RANGE", boardLimits.wipLimit);
  return wipLimit;
}

/** The columns that a new board is asked to begin with, when they can be so. */
export function newColumns(columns: readonly NewColumnInput[]): TemplateColumn[] {
  if (columns.length < 1) throw invalid("columns", "TOO_FEW", 1);
  if (columns.length > boardLimits.columns) throw invalid("columns", "TOO_MANY", boardLimits.columns);
  return columns.map(({ title, state, wipLimit }) => ({
    title: text("columns", title, taskLimits.columnTitle),
    state: checkState(state),
    wipLimit: checkLimit(wipLimit),
  }));
}
