import { Visibility } from "@wijkbord/schema";
import type { LoggedEvent } from "@wijkbord/schema/types";
import { EventTable } from "../activity/event.table.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { Database } from "../database/database.ts";

const pageSize = 500;

/** Pages of the log of coalitions; equal reads of the same moment share one query. */
export class Log {
  private readonly reading = new Map<string, Promise<LoggedEvent[]>>();

  constructor(private readonly database: Database) {}

  /** Latest number of a coalition. */
  async head(coalitionId: string): Promise<number> {
    const coalition = await this.database.read().findOneOrFail(CoalitionTable, { id: coalitionId });
    return coalition.sequence;
  }

  /** Events `after < sequence <= until`, in order, at most one page. */
  page(coalitionId: string, after: number, until: number): Promise<LoggedEvent[]> {
    const key = `${coalitionId}:${after}:${until}`;
    const running = this.reading.get(key);
    if (running) return running;
    const page = this.database
      .read()
      .find(EventTable, { coalitionId, sequence: { $gt: after, $lte: until } }, { orderBy: { sequence: "asc" }, limit: pageSize })
      .finally(() => this.reading.delete(key));
    this.reading.set(key, page);
    return page;
  }
}

/** The part of a log that a subscription follows. */
export interface Topic {
  readonly coalitionId: string;
  readonly boardId: string | null;
  /** Only what concerns this organisation. */
  readonly concernsOrganisationId?: string | null;
}

/** Whether an event belongs to the topic and may be read by members of the organisation. */
export const belongs = (event: LoggedEvent, { boardId }: Topic, organisationId: string): boolean =>
  (boardId === null || event.boardIds.includes(boardId)) &&
  (event.visibility !== Visibility.ORGANISATION || event.organisationId === organisationId);
