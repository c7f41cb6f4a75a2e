import { ErrorCode, taskLimits } from "@wijkbord/schema";
import { coded } from "../graphql/errors.ts";
import type { HubContext } from "../graphql/context.ts";

/** Refuses pages that are too large or make no sense. */
export function checkFirst(first: number, limit: number): void {
  if (first > limit) throw coded(ErrorCode.LIMIT, `\`first\` is at most ${limit}. Ask the next page with \`after\`.`);
  if (first < 1) throw coded(ErrorCode.BAD_USER_INPUT, "`first` is at least 1.");
}

/** Whole lists are for documents that this hub ships; others read pages. */
export function checkWholeList({ trusted }: HubContext, length: number): void {
  if (trusted || length <= taskLimits.page) return;
  throw coded(ErrorCode.LIMIT, `This board has more than ${taskLimits.page} tasks. Read them in pages: tasks(coalitionId, filter: { boardId }, first, after).`);
}

/** Cursor of a number in a list by number. */
export const cursorOf = (number: number): string => Buffer.from(`n:${number}`).toString("base64url");

/** The number that a cursor stands for; from the beginning when there is none. */
export function numberOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const found = /^n:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString("latin1"))?.[1];
  if (found === undefined) throw coded(ErrorCode.BAD_USER_INPUT, "`after` is not the end of a page of this list.");
  return Number(found);
}
