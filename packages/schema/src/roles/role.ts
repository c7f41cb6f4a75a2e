export enum RoleState {
  OPEN = "OPEN",
  FILLED = "FILLED",
  VACANT = "VACANT",
  RETIRED = "RETIRED",
}
export enum SeatState {
  PROPOSED = "PROPOSED",
  ACCEPTED = "ACCEPTED",
  CURRENT = "CURRENT",
  DECLINED = "DECLINED",
  ENDED = "ENDED",
}
export enum RoleDomain {
  COALITION = "COALITION",
  BOARD = "BOARD",
  ACTION_LINE = "ACTION_LINE",
}
/** Why a seat is no seat any more. */
export enum SeatEnd {
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
  ANOTHER_CHOSEN = "ANOTHER_CHOSEN",
  RESIGNED = "RESIGNED",
  TERM_ENDED = "TERM_ENDED",
  PARTNER_LEFT = "PARTNER_LEFT",
  ROLE_RETIRED = "ROLE_RETIRED",
  HANDED_OVER = "HANDED_OVER",
}

/** Limits in characters, or in items where the name is a plural. */
export const roleLimits = {
  name: 80,
  purpose: 300,
  mandate: 1_000,
  accountabilities: 12,
  accountability: 200,
  areas: 50,
  hoursPerWeek: 40,
  maxHolders: 20,
  termMonths: 60,
  roles: 200,
  note: 300,
  reason: 500,
  noticeDays: 14,
  longestNoticeDays: 366,
  /** So many days before a seat ends it counts as ending. */
  endingDays: 30,
  /** For so long any partner coordinator brings a retired role back (D10). */
  restoreWorkingDays: 5,
} as const;

/** What the rules read of a seat. */
export interface SeatFacts {
  readonly organisationId: string;
  readonly membershipId: string | null;
  readonly deputyMembershipId: string | null;
  readonly state: SeatState;
  /** First day. */
  readonly startsOn: string | null;
  /** First day on which it is not held any more. */
  readonly endsOn: string | null;
}

/** Whether a seat is asked for, answered or held. */
export const isOpenSeat = ({ state }: Pick<SeatFacts, "state">): boolean =>
  state === SeatState.PROPOSED || state === SeatState.ACCEPTED || state === SeatState.CURRENT;

/** Whether a seat is held on a day. */
export const isHeldOn = ({ state, startsOn, endsOn }: SeatFacts, day: string): boolean =>
  state === SeatState.CURRENT && (startsOn === null || startsOn <= day) && (endsOn === null || day < endsOn);

/** Seats that are held on a day. */
export const holdersOn = <Seat extends SeatFacts>(seats: readonly Seat[], day: string): Seat[] => seats.filter((seat) => isHeldOn(seat, day));

/** C7.3: a role that nobody ever held is open, one that is held is filled, one that was held is vacant. */
export function roleState(retired: boolean, seats: readonly SeatFacts[], day: string): RoleState {
  if (retired) return RoleState.RETIRED;
  if (holdersOn(seats, day).length > 0) return RoleState.FILLED;
  const wasHeld = seats.some(({ state, startsOn }) => startsOn !== null && startsOn <= day && (state === SeatState.ENDED || state === SeatState.CURRENT));
  return wasHeld ? RoleState.VACANT : RoleState.OPEN;
}

/** The day from which nobody holds the role, when that is known; null while it goes on or was never held. */
export function vacantFrom(seats: readonly SeatFacts[], day: string): string | null {
  let until: string | null = null;
  for (const { endsOn } of holdersOn(seats, day)) {
    if (endsOn === null) return null;
    if (until === null || endsOn > until) until = endsOn;
  }
  const next = (from: string) =>
    seats.find(({ state, startsOn, endsOn }) => state === SeatState.CURRENT && startsOn !== null && startsOn <= from && (endsOn === null || endsOn > from));
  while (until !== null) {
    const successor = next(until);
    if (!successor) return until;
    if (successor.endsOn === null) return null;
    until = successor.endsOn;
  }
  return null;
}

/** INV-05: seats that are held at some moment of a period, the fullest day counting. */
export function fullestDay(seats: readonly SeatFacts[], from: string, until: string | null): number {
  const current = seats.filter(({ state }) => state === SeatState.CURRENT);
  const inside = (day: string) => day >= from && (until === null || day < until);
  const days = [from, ...current.flatMap(({ startsOn }) => (startsOn !== null && inside(startsOn) ? [startsOn] : []))];
  return Math.max(...days.map((day) => holdersOn(current, day).length));
}

/** Whether putting a role under another makes a circle. */
export function makesCircle(roleId: string, parentRoleId: string | null, parentOf: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>([roleId]);
  for (let at = parentRoleId; at !== null; at = parentOf.get(at) ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
