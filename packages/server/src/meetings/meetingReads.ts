import { MeetingState } from "@wijkbord/schema";
import type { Meeting } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { MeetingTable } from "./meeting.tables.ts";

/** Meetings by identity, for live subjects. */
export const meetingsById = (em: EntityManager, coalitionId: string, ids: readonly string[]): Promise<Meeting[]> =>
  em.find(MeetingTable, { id: { $in: [...ids] }, coalitionId });

/** Meetings that began after a moment, and planned ones that lie ahead, by their begin. */
export const meetingsSince = (em: EntityManager, coalitionId: string, from: Date, now: Date): Promise<Meeting[]> =>
  em.find(
    MeetingTable,
    { coalitionId, $or: [{ startedAt: { $gte: from } }, { state: MeetingState.PLANNED, startsAt: { $gt: now } }] },
    { orderBy: { startsAt: "asc", id: "asc" } },
  );

/** Planned meetings that lie ahead, by their begin. */
export const plannedMeetings = (em: EntityManager, coalitionId: string, now: Date): Promise<Meeting[]> =>
  em.find(MeetingTable, { coalitionId, state: MeetingState.PLANNED, startsAt: { $gt: now } }, { orderBy: { startsAt: "asc", id: "asc" } });
