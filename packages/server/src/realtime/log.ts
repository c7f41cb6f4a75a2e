import { Visibility } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Database } from "../database/database.ts";

/** Reads the logs of coalitions, by their index. */
export class Log {
  constructor(private readonly database: Database) {}

  /** Latest number of a coalition. */
  async head(coalitionId: string): Promise<number> {
    return (await this.heads([coalitionId])).get(coalitionId) ?? 0;
  }

  /** Latest numbers of coalitions; one that does not exist is missing. */
  async heads(coalitionIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read().find(CoalitionTable, { id: { $in: [...coalitionIds] } }, { fields: ["id", "sequence"] });
    return new Map(rows.map(({ id, sequence }) => [id, sequence]));
  }

  /** Oldest number that is kept; null when nothing is. */
  async oldest(coalitionId: string): Promise<number | null> {
    const first = await this.database.read().findOne(EventTable, { coalitionId }, { orderBy: { sequence: "asc" }, fields: ["id", "sequence"] });
    return first?.sequence ?? null;
  }

  /** Events after a number, in order, up to a number or a count. */
  page(coalitionId: string, after: number, limit: number, until = Number.MAX_SAFE_INTEGER): Promise<LoggedEvent[]> {
    return this.database.read().find(EventTable, { coalitionId, sequence: { $gt: after, $lte: until } }, { orderBy: { sequence: "asc" }, limit });
  }

  /** The same, backwards from a number. */
  pageBefore(coalitionId: string, before: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.read().find(EventTable, { coalitionId, sequence: { $lt: before } }, { orderBy: { sequence: "desc" }, limit });
  }
}

/** The part of a log that a subscription follows. */
export interface Topic {
  readonly coalitionId: string;
  readonly boardId: string | null;
  /** Only what concerns this organisation. */
  readonly concernsOrganisationId: string | null;
}

/**
 * Whether an event belongs to the topic and may be read by members of the organisation. An event carries the visibility
 * of its target: widening a target widens its events in the same transaction, and nothing ever becomes narrower (D4).
 */
export const belongs = (event: LoggedEvent, { boardId }: Pick<Topic, "boardId"> & Partial<Topic>, organisationId: string): boolean =>
  (boardId === null || event.boardIds.includes(boardId)) && (event.visibility !== Visibility.ORGANISATION || event.organisationId === organisationId);
