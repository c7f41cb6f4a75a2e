import {
  EventType,
  isOpenSeat,
  makesCircle,
  mayEditRole,
  mayManageRoles,
  mayProposeRole,
  mayRestoreRole,
  RoleDomain,
  roleLimits,
  RoleState,
  roleTemplates,
  SeatEnd,
} from "@wijkbord/schema";
import type { ActInput, AdoptRoleTemplatesInput, CoalitionRole, CreateRoleInput, UpdateRoleInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, optionalText, ruleBroken, text } from "../activity/refusal.ts";
import { knownAreas } from "../agreements/partners.ts";
import { write } from "../coalitions/row.ts";
import { ActionLineTable, BoardTable } from "../tasks/board.tables.ts";
import { workingDaysBetween } from "../time/workingDays.ts";
import { RoleTable } from "./role.tables.ts";
import { boardIdsOf, closeSeat, difference, type LoadedRole, loadRole, recordRole, settleRole } from "./roleWork.ts";

type Fields = Omit<CreateRoleInput, "coalitionId" | "clientMutationId" | "name"> & { name?: string | null };

function whole(field: string, value: number | null | undefined, limit: number): number | null | undefined {
  if (value === null || value === undefined) return value;
  if (!Number.isInteger(value) || value < 1 || value > limit) throw invalid(field, "OUT_OF_RANGE", limit);
  return value;
}

/** What a role is about: a board or an action line of this coalition, or everything. */
async function domainOf(
  { em, coalition }: Change,
  { domain, boardId, actionLineId }: Fields,
): Promise<Pick<CoalitionRole, "domain" | "boardId" | "actionLineId"> | null> {
  if (!domain) return null;
  const nothing = { domain, boardId: null, actionLineId: null };
  if (domain === RoleDomain.COALITION) return nothing;
  if (domain === RoleDomain.BOARD) {
    if (!boardId) throw invalid("boardId", "REQUIRED");
    if (!(await em.count(BoardTable, { id: boardId, coalitionId: coalition.id }))) throw notFound("boardId");
    return { ...nothing, boardId };
  }
  if (!actionLineId) throw invalid("actionLineId", "REQUIRED");
  if (!(await em.count(ActionLineTable, { id: actionLineId, coalitionId: coalition.id }))) throw notFound("actionLineId");
  return { ...nothing, actionLineId };
}

/** The role above; no circles. */
async function parentFor({ em, coalition }: Change, roleId: string, parentRoleId: string | null): Promise<string | null> {
  if (parentRoleId === null) return null;
  const roles = await em.find(RoleTable, { coalitionId: coalition.id });
  const parent = roles.find(({ id }) => id === parentRoleId);
  if (!parent) throw notFound("parentRoleId");
  if (makesCircle(roleId, parentRoleId, new Map(roles.map((role) => [role.id, role.parentRoleId]))))
    throw ruleBroken("C7.3", [{ code: "CIRCULAR_PARENT", objectId: parentRoleId }]);
  if (parent.state === RoleState.RETIRED) throw ruleBroken("C7.3", [{ code: "PARENT_RETIRED", objectId: parentRoleId }]);
  return parentRoleId;
}

function listOf(values: readonly string[] | null | undefined): string[] | undefined {
  if (!values) return undefined;
  if (values.length > roleLimits.accountabilities) throw invalid("accountabilities", "TOO_MANY", roleLimits.accountabilities);
  return values.map((value) => text("accountabilities", value, roleLimits.accountability));
}

/** Values of the fields that were given, within their limits; undefined stays. */
async function checked(change: Change, roleId: string, input: Fields): Promise<Partial<CoalitionRole>> {
  const { name, purpose, mandate, hoursPerWeek, maxHolders, termMonths, parentRoleId, areaCodes, accountabilities } = input;
  if (areaCodes && areaCodes.length > roleLimits.areas) throw invalid("areaCodes", "TOO_MANY", roleLimits.areas);
  return {
    name: typeof name === "string" ? text("name", name, roleLimits.name) : undefined,
    purpose: purpose === undefined ? undefined : (optionalText("purpose", purpose, roleLimits.purpose) ?? ""),
    mandate: mandate === undefined ? undefined : (optionalText("mandate", mandate, roleLimits.mandate) ?? ""),
    accountabilities: listOf(accountabilities),
    hoursPerWeek: whole("hoursPerWeek", hoursPerWeek, roleLimits.hoursPerWeek),
    maxHolders: whole("maxHolders", maxHolders, roleLimits.maxHolders) ?? undefined,
    termMonths: whole("termMonths", termMonths, roleLimits.termMonths),
    areaCodes: areaCodes ? await knownAreas(change, areaCodes) : undefined,
    parentRoleId: parentRoleId === undefined ? undefined : await parentFor(change, roleId, parentRoleId),
    ...(await domainOf(change, input)),
  };
}

async function newRole(change: Change, name: string, values: Partial<CoalitionRole>): Promise<LoadedRole> {
  const { em, actor, coalition, now } = change;
  const isProposed = !mayManageRoles(actor);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const role = em.create(RoleTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    purpose: "",
    accountabilities: [],
    domain: RoleDomain.COALITION,
    boardId: null,
    actionLineId: null,
    mandate: "",
    hoursPerWeek: null,
    maxHolders: 1,
    termMonths: null,
    parentRoleId: null,
    areaCodes: [],
    links: [],
    templateKey: null,
    state: RoleState.OPEN,
    isProposed,
    createdByMembershipId: actor.membershipId,
    createdByOrganisationId: actor.organisationId,
    retiredAt: null,
    createdAt: now,
    updatedAt: now,
    version: 0,
    fieldsVersion: 1,
    ...given,
    name,
  });
  const loaded = { role, seats: [], boardIds: await boardIdsOf(change, role) };
  recordRole(change, loaded, EventType.ROLE_CREATED, [difference("name", null, name)]);
  if (!isProposed) recordRole(change, loaded, EventType.ROLE_OPENED);
  return loaded;
}

async function expectRoom({ em, coalition }: Change, wanted: number): Promise<void> {
  const live = await em.count(RoleTable, { coalitionId: coalition.id, state: { $ne: RoleState.RETIRED } });
  if (live + wanted > roleLimits.roles) throw invalid("coalitionId", "TOO_MANY", roleLimits.roles);
}

/** Makes a role; by anybody but the coordinator of the coalition it is a proposal. */
export async function createRole(change: Change, input: CreateRoleInput): Promise<string> {
  if (!mayProposeRole(change.actor)) throw notAllowed("OBSERVER");
  await expectRoom(change, 1);
  const values = await checked(change, uuidv7(), input);
  return (await newRole(change, text("name", input.name, roleLimits.name), values)).role.id;
}

/** Adopts templates that the coalition does not have yet. */
export async function adoptRoleTemplates(change: Change, input: AdoptRoleTemplatesInput): Promise<string> {
  if (!mayManageRoles(change.actor)) throw notAllowed("COORDINATOR_ONLY");
  const keys = [...new Set(input.keys)];
  const wanted = keys.map((key) => roleTemplates.find((template) => template.key === key) ?? null);
  if (wanted.includes(null)) throw invalid("keys", "NOT_A_CODE");
  await expectRoom(change, keys.length);
  const known = new Set(
    (await change.em.find(RoleTable, { coalitionId: change.coalition.id, templateKey: { $in: keys }, state: { $ne: RoleState.RETIRED } })).map(
      ({ templateKey }) => templateKey,
    ),
  );
  const english = input.locale === "en";
  for (const template of wanted) {
    if (!template || known.has(template.key)) continue;
    const words = english
      ? { purpose: template.purposeEn, accountabilities: template.accountabilitiesEn, mandate: template.mandateEn }
      : { purpose: template.purposeNl, accountabilities: template.accountabilitiesNl, mandate: template.mandateNl };
    await newRole(change, english ? template.nameEn : template.nameNl, { ...words, hoursPerWeek: template.hoursPerWeek, templateKey: template.key });
  }
  return change.coalition.id;
}

function expectFields(
  { fieldsVersion, version, name, purpose, accountabilities, mandate, maxHolders, parentRoleId, areaCodes }: CoalitionRole,
  expected: number,
): void {
  if (fieldsVersion > expected) throw conflict(version, ["ROLE"], { name, purpose, accountabilities, mandate, maxHolders, parentRoleId, areaCodes });
}

/** Changes what a role says. */
export async function updateRole(change: Change, input: UpdateRoleInput): Promise<string> {
  const loaded = await loadRole(change, input.id, "id");
  const { role } = loaded;
  if (!mayEditRole(change.actor, role)) throw notAllowed("COORDINATOR_ONLY");
  if (role.state === RoleState.RETIRED) throw ruleBroken("C7.3", [{ code: "ROLE_RETIRED", objectId: role.id }]);
  expectFields(role, input.expectedVersion);
  const before = role.version;
  const changes = write(role, await checked(change, role.id, input));
  if (changes.length === 0) return role.id;
  role.version = before;
  role.fieldsVersion = before + 1;
  recordRole(change, { ...loaded, boardIds: [...new Set([...loaded.boardIds, ...(await boardIdsOf(change, role))])] }, EventType.ROLE_CHANGED, changes);
  return role.id;
}

/** The coordinator of the coalition makes a proposed role a role. */
export async function confirmRole(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadRole(change, input.id, "id");
  const { role } = loaded;
  if (!mayManageRoles(change.actor)) throw notAllowed("COORDINATOR_ONLY");
  if (!role.isProposed) throw ruleBroken("C7.3", [{ code: "NOT_PROPOSED", objectId: role.id }]);
  expectFields(role, input.expectedVersion);
  role.isProposed = false;
  role.fieldsVersion = role.version + 1;
  recordRole(change, loaded, EventType.ROLE_CHANGED, [difference("isProposed", true, false)]);
  recordRole(change, loaded, EventType.ROLE_OPENED);
  return role.id;
}

/** Ends a role with all its seats; its history stays. */
export async function retireRole(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadRole(change, input.id, "id");
  const { role, seats } = loaded;
  if (!mayEditRole(change.actor, role)) throw notAllowed("COORDINATOR_ONLY");
  if (role.state === RoleState.RETIRED) return role.id;
  expectFields(role, input.expectedVersion);
  const note = optionalText("reason", input.reason, roleLimits.reason);
  for (const seat of seats.filter(isOpenSeat)) closeSeat(change, loaded, seat, SeatEnd.ROLE_RETIRED, note);
  const before = role.state;
  role.state = RoleState.RETIRED;
  role.retiredAt = change.now;
  role.fieldsVersion = role.version + 1;
  recordRole(change, loaded, EventType.ROLE_RETIRED, [difference("state", before, RoleState.RETIRED)]);
  return role.id;
}

/** Brings a retired role back, without its holders: they are asked again (INV-03). */
export async function restoreRole(change: Change, input: ActInput): Promise<string> {
  const loaded = await loadRole(change, input.id, "id");
  const { role } = loaded;
  if (role.retiredAt === null) throw ruleBroken("C7.3", [{ code: "NOT_RETIRED", objectId: role.id }]);
  if (!mayRestoreRole(change.actor, workingDaysBetween(role.retiredAt, change.now, change.coalition.timeZone))) throw notAllowed("COORDINATOR_ONLY");
  role.retiredAt = null;
  settleRole(change, loaded);
  role.fieldsVersion = role.version;
  return role.id;
}
