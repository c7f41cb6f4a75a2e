import { RoleState, type SeatFacts, SeatState } from "@wijkbord/schema";
import type { RoleFragment, RoleSeatFragment } from "@wijkbord/schema/operations";

export type Role = RoleFragment;
export type Seat = RoleSeatFragment;

/** A seat in the form that the rules read. */
export const seatFacts = <Held extends Seat>(seat: Held): Omit<Held, "state"> & SeatFacts => ({ ...seat, state: SeatState[seat.state] });
/** Seats that are held today. */
export const heldSeats = ({ seats }: Role, today: string): Seat[] =>
  seats.filter(({ state, startsOn, endsOn }) => state === "CURRENT" && (startsOn === null || startsOn <= today) && (endsOn === null || today < endsOn));
/** Seats that are asked, answered or begin later. */
export const comingSeats = (role: Role, today: string): Seat[] => {
  const held = new Set(heldSeats(role, today));
  return role.seats.filter((seat) => !held.has(seat));
};
/** Nobody holds it. */
export const isUnheld = ({ state, isProposed }: Role): boolean => !isProposed && (RoleState[state] === RoleState.OPEN || RoleState[state] === RoleState.VACANT);
