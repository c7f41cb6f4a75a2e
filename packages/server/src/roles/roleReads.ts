import { dayIn, holdersOn, RoleState } from "@wijkbord/schema";
import type { CoalitionRole, RoleAssignment, RoleFilter } from "@wijkbord/schema/types";
import DataLoader from "dataloader";
import type { EntityManager } from "../database/database.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { RoleAssignmentTable, RoleTable } from "./role.tables.ts";

/** Roles of a coalition by name; a coalition has few, they are filtered as a whole. */
export async function rolesOf(em: EntityManager, coalitionId: string, filter: RoleFilter, today = ""): Promise<CoalitionRole[]> {
  const state = filter.states ? { $in: filter.states } : { $ne: RoleState.RETIRED };
  const roles = await em.find(RoleTable, { coalitionId, state }, { orderBy: { name: "asc", id: "asc" } });
  const { areaCode, boardId, organisationId, membershipId } = filter;
  const seats = organisationId || membershipId ? Map.groupBy(await em.find(RoleAssignmentTable, { coalitionId }), ({ roleId }) => roleId) : null;
  const held = (role: CoalitionRole) => holdersOn(seats?.get(role.id) ?? [], today);
  return roles.filter((role) => {
    if (areaCode && role.areaCodes.length > 0 && !role.areaCodes.includes(areaCode)) return false;
    if (boardId && role.boardId !== boardId) return false;
    if (organisationId && !held(role).some((seat) => seat.organisationId === organisationId)) return false;
    return !membershipId || held(role).some((seat) => seat.membershipId === membershipId || seat.deputyMembershipId === membershipId);
  });
}

/** Reads of seats and roles, batched over one answer. */
class RoleLoaders {
  constructor(private readonly context: HubContext) {}

  private get em() {
    return this.context.services.database.read();
  }

  /** Seats of a role, oldest first. */
  readonly seats = new DataLoader<string, RoleAssignment[]>(
    async (ids) => {
      const rows = await this.em.find(RoleAssignmentTable, { roleId: { $in: [...new Set(ids)] } }, { orderBy: { createdAt: "asc", id: "asc" } });
      const byRole = Map.groupBy(rows, ({ roleId }) => roleId);
      return ids.map((id) => byRole.get(id) ?? []);
    },
    { cache: false },
  );

  readonly role = new DataLoader<string, CoalitionRole | null>(
    async (ids) => {
      const rows = new Map((await this.em.find(RoleTable, { id: { $in: [...new Set(ids)] } })).map((role) => [role.id, role]));
      return ids.map((id) => rows.get(id) ?? null);
    },
    { cache: false },
  );
}

const known = new WeakMap<HubContext, RoleLoaders>();

/** The loaders of one answer. */
export function roleLoaders(context: HubContext): RoleLoaders {
  const loaders = known.get(context) ?? new RoleLoaders(context);
  known.set(context, loaders);
  return loaders;
}

/** The calendar day in a coalition. */
export async function todayFor({ loaders, services }: HubContext, coalitionId: string): Promise<string> {
  const coalition = await loaders.coalition.load(coalitionId);
  if (!coalition) throw notFoundError();
  return dayIn(services.clock.now(), coalition.timeZone);
}

/** Roles by identity, for live subjects. */
export const rolesById = (em: EntityManager, coalitionId: string, ids: readonly string[]): Promise<CoalitionRole[]> =>
  em.find(RoleTable, { id: { $in: [...ids] }, coalitionId });

/** Every seat of a coalition, by role, oldest first. */
export async function seatsOfRoles(em: EntityManager, coalitionId: string): Promise<Map<string, RoleAssignment[]>> {
  return Map.groupBy(await em.find(RoleAssignmentTable, { coalitionId }, { orderBy: { createdAt: "asc", id: "asc" } }), ({ roleId }) => roleId);
}
