import { type BoardEntry, useCoalition } from "../coalitions/coalition.ts";
import { useDivision } from "../roles/useDivision.ts";
import type { Card } from "../tasks/taskFeed.ts";
import type { Meeting } from "./useMeeting.ts";

/** The boards of a meeting with their tasks, live; a meeting of the whole coalition is about all of them. */
export function useMeetingTasks({ boardId }: Pick<Meeting, "boardId">): { readonly cards: readonly Card[]; readonly boards: readonly BoardEntry[] } {
  const { boards } = useCoalition();
  const own = boards.filter(({ id }) => boardId === null || id === boardId);
  const { cards } = useDivision(own.map(({ id }) => id));
  return { cards: cards ?? [], boards: own };
}
