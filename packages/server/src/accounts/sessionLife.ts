import { AccessRole } from "@wijkbord/schema";

const hour = 3_600_000;
const day = 24 * hour;
const elsewhere = 12 * hour;
const ownDays = 90;
const coordinatorDays = 30;

/** What the length of a session depends on. */
export interface SessionFacts {
  readonly ownDevice: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly roles: readonly AccessRole[];
  /** Shorter times that coalitions of the person chose. */
  readonly chosenDays: readonly (number | null)[];
}

const coordinates = (role: AccessRole) => role === AccessRole.COALITION_COORDINATOR || role === AccessRole.PARTNER_COORDINATOR;

/** D12: on an own device 90 days after latest use, 30 for coordinators, less where a coalition says so; elsewhere 12 hours in all. */
export function sessionEnds({ ownDevice, createdAt, lastUsedAt, roles, chosenDays }: SessionFacts): Date {
  if (!ownDevice) return new Date(createdAt.getTime() + elsewhere);
  const usual = roles.some(coordinates) ? coordinatorDays : ownDays;
  const days = Math.min(usual, ...chosenDays.filter((chosen) => chosen !== null));
  return new Date(lastUsedAt.getTime() + days * day);
}
