import { PromiseState } from "@wijkbord/schema";
import type { MeetingPromise } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { PromiseTable } from "./meeting.tables.ts";

/** Promises on these tasks that are neither answered nor lapsed. */
export const openPromises = (em: EntityManager, taskIds: readonly string[]): Promise<MeetingPromise[]> =>
  em.find(PromiseTable, { taskId: { $in: [...taskIds] }, state: PromiseState.OPEN }, { orderBy: { createdAt: "asc", id: "asc" } });

/** The same for an organisation in a coalition. */
export const openPromisesOf = (em: EntityManager, coalitionId: string, organisationId: string): Promise<MeetingPromise[]> =>
  em.find(PromiseTable, { coalitionId, organisationId, state: PromiseState.OPEN }, { orderBy: { createdAt: "asc", id: "asc" } });
