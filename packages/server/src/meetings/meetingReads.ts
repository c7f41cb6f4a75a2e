import type { Meeting } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { MeetingTable } from "./meeting.tables.ts";

/** Meetings by identity, for live subjects. */
export const meetingsById = (em: EntityManager, coalitionId: string, ids: readonly string[]): Promise<Meeting[]> =>
  em.find(MeetingTable, { id: { $in: [...ids] }, coalitionId });
