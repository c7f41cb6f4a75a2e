import type { CoalitionWorld } from "./coalitionWorld.ts";

export interface TestSeat {
  id: string;
  organisationId: string;
  membershipId: string | null;
  deputyMembershipId: string | null;
  state: string;
  chosen: boolean;
  startsOn: string | null;
  endsOn: string | null;
  endReason: string | null;
  isEmpty: boolean;
  viewerCanAnswer: boolean;
  version: number;
}
export interface TestRole {
  id: string;
  name: string;
  purpose: string;
  state: string;
  isProposed: boolean;
  version: number;
  maxHolders: number;
  parentRoleId: string | null;
  vacantFrom: string | null;
  viewerCanChoose: boolean;
  seats: TestSeat[];
  pastSeats: TestSeat[];
  holders: { organisationId: string }[];
  history: { type: string; changes: { field: string; after: unknown }[] }[];
}

const seat = "{ id organisationId membershipId deputyMembershipId state chosen startsOn endsOn endReason isEmpty viewerCanAnswer version }";
export const roleFields = `id name purpose state isProposed version maxHolders parentRoleId vacantFrom viewerCanChoose seats ${seat} pastSeats ${seat} holders { organisationId } history(first: 50) { type changes { field after } }`;

/** One role as a person sees it. */
export async function roleNow(world: CoalitionWorld, id: string, key = "fenna"): Promise<TestRole> {
  return (await world.read<{ role: TestRole }>(key, `query R($id: ID!) { role(id: $id) { ${roleFields} } }`, { id })).role;
}

/** A role that the coordinator makes. */
export async function newRole(world: CoalitionWorld, extra: Record<string, unknown> = {}, key = "fenna"): Promise<TestRole> {
  const { object } = await world.done(
    key,
    "createRole",
    { coalitionId: world.coalitionId, name: "Proefrol", purpose: "Om te proberen.", ...extra },
    "",
    "object: role { id }",
  );
  return roleNow(world, object?.id ?? "");
}

/** The open seat of a person's organisation. */
export async function seatOf(world: CoalitionWorld, roleId: string, key: string): Promise<TestSeat> {
  const organisationId = await world.organisation(key);
  const found = (await roleNow(world, roleId)).seats.find((each) => each.organisationId === organisationId);
  if (!found) throw new Error(`${key} has no seat.`);
  return found;
}

/** An act on the seat of a person's organisation, by somebody. */
export async function actOnSeat(world: CoalitionWorld, key: string, name: string, roleId: string, whose = key, extra: Record<string, unknown> = {}) {
  const { id, version } = await seatOf(world, roleId, whose);
  const type = name === "declineRole" ? "SeatActInput" : "";
  return world.act(key, name, { seatId: id, expectedVersion: version, ...extra }, type);
}
