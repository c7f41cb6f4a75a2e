import { ErrorCode, type Viewer } from "@wijkbord/schema";
import type { EventBatch, LoggedEvent } from "@wijkbord/schema/types";
import type { Database } from "../database/database.ts";
import { coded } from "../graphql/errors.ts";
import { batchOf, resetOf } from "./batch.ts";
import { hubEvents } from "./events.ts";
import { engineLimits } from "./limits.ts";
import { belongs, Log } from "./log.ts";

const largest = 100;
/** Hidden events may fill pages; one request looks at so many pages and no more. */
const pages = 10;

interface Found {
  readonly events: readonly LoggedEvent[];
  /** The number that the search reached. */
  readonly reached: number;
}

/** Reads pages until enough of their events are visible. */
async function search(start: number, first: number, visible: (event: LoggedEvent) => boolean, next: (from: number) => Promise<LoggedEvent[]>): Promise<Found> {
  const found: LoggedEvent[] = [];
  let reached = start;
  for (let page = 0; page < pages && found.length < first; page += 1) {
    const events = await next(reached);
    found.push(...events.filter(visible));
    reached = events.at(-1)?.sequence ?? reached;
    if (events.length < engineLimits.page) break;
  }
  const events = found.slice(0, first);
  return { events, reached: found.length > first ? (events.at(-1)?.sequence ?? reached) : reached };
}

/** A page of the log as one viewer may see it, in the shape of a batch: after a number, or the latest. */
export async function readActivity(database: Database, viewer: Viewer, after: number | null, first: number): Promise<EventBatch> {
  if (first < 1) throw coded(ErrorCode.BAD_USER_INPUT, "`first` is at least 1.");
  if (first > largest) throw coded(ErrorCode.LIMIT, `\`first\` is at most ${largest}. Ask the next page with \`after\`.`);
  const { coalitionId, organisationId } = viewer;
  const log = new Log(database);
  const head = await log.head(coalitionId);
  const visible = (event: LoggedEvent) => belongs(event, { boardId: null }, organisationId);
  if (after === null) {
    const { events, reached } = await search(head + 1, first, visible, (from) => log.pageBefore(coalitionId, from, engineLimits.page));
    return batchOf(reached, head, head, await hubEvents(database, viewer, events.toReversed()));
  }
  const oldest = await log.oldest(coalitionId);
  if (after > head || (oldest !== null && after + 1 < oldest)) return resetOf(after, head);
  const { events, reached } = await search(after, first, visible, (from) => log.page(coalitionId, from, engineLimits.page, head));
  return batchOf(after + 1, reached, head, await hubEvents(database, viewer, events));
}
