import { AccessRole, AssignmentState, type Viewer, Visibility } from "@wijkbord/schema";
import type { BoardColumn, Task, TaskAssignment, TaskPlacement } from "@wijkbord/schema/types";
import { UserTable } from "../../accounts/account.tables.ts";
import { viewerOf } from "../../accounts/principal.ts";
import { CoalitionTable, MembershipTable, OrganisationTable } from "../../coalitions/coalition.tables.ts";
import type { EntityManager } from "../../database/database.ts";
import { BoardColumnTable, BoardTable, TaskPlacementTable } from "../../tasks/board.tables.ts";
import { TaskAssignmentTable, TaskTable } from "../../tasks/task.tables.ts";

const mostTasks = 300;

/** What partners of the demo look at before they do something. */
export interface Scene {
  /** Demo people who may act, one organisation each; those whose organisation somebody acts for right now stay out. */
  readonly actors: readonly Viewer[];
  readonly organisationIds: readonly string[];
  readonly tasks: readonly Task[];
  readonly placements: ReadonlyMap<string, TaskPlacement>;
  readonly columns: readonly BoardColumn[];
  readonly assignments: readonly TaskAssignment[];
}

/** Reads a demo coalition as it is now; null when it is no demo, or is gone. Boards that somebody has open come first. */
export async function readScene(
  em: EntityManager,
  coalitionId: string,
  now: Date,
  watchers: readonly Viewer[],
  open: ReadonlySet<string>,
): Promise<Scene | null> {
  if (!(await em.count(CoalitionTable, { id: coalitionId, isDemo: true }))) return null;
  const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
  const taken = new Set(watchers.map(({ organisationId }) => organisationId));
  const memberships = await em.find(MembershipTable, { coalitionId, accessRole: { $ne: AccessRole.OBSERVER }, ...live }, { orderBy: { id: "asc" } });
  const fictional = await em.find(UserTable, { id: { $in: memberships.map(({ userId }) => userId) }, demoKey: { $ne: null } });
  const people = new Set(fictional.map(({ id }) => id));
  const organisations = await em.find(OrganisationTable, { coalitionId, leftOn: null }, { orderBy: { id: "asc" } });
  const boards = await em.find(BoardTable, { coalitionId, archivedAt: null }, { orderBy: { id: "asc" } });
  const watched = boards.filter(({ id }) => open.has(id));
  const boardId = { $in: (watched.length > 0 ? watched : boards).map(({ id }) => id) };
  const placed = await em.find(TaskPlacementTable, { boardId, isHome: true }, { orderBy: { position: "asc", id: "asc" } });
  const shown = { coalitionId, archivedAt: null, visibility: { $ne: Visibility.ORGANISATION }, id: { $in: placed.map(({ taskId }) => taskId) } };
  const tasks = await em.find(TaskTable, shown, { orderBy: { number: "asc" }, limit: mostTasks });
  return {
    actors: memberships.filter(({ userId, organisationId }) => people.has(userId) && !taken.has(organisationId)).map(viewerOf),
    organisationIds: organisations.map(({ id }) => id),
    tasks,
    placements: new Map(placed.map((placement) => [placement.taskId, placement])),
    columns: await em.find(BoardColumnTable, { boardId }, { orderBy: { position: "asc", id: "asc" } }),
    assignments: await em.find(TaskAssignmentTable, {
      taskId: { $in: tasks.map(({ id }) => id) },
      state: { $in: [AssignmentState.PROPOSED, AssignmentState.ACCEPTED] },
    }),
  };
}
