import type { OpenCoalition } from "../coalitions/coalition.ts";
import { dayOf } from "../language/dates.ts";

/** Address of all meetings. */
export const meetingsPath = ({ slug }: Pick<OpenCoalition, "slug">): string => `/${slug}/overleg`;

interface Placed {
  readonly id: string;
  readonly startsAt: string;
}

/** Address of one meeting: its day, and its identity when there are more on that day. */
export function meetingPath(coalition: Pick<OpenCoalition, "slug">, meeting: Placed, all: readonly Placed[] = []): string {
  const day = dayOf(new Date(meeting.startsAt));
  const several = all.filter(({ startsAt }) => dayOf(new Date(startsAt)) === day).length > 1;
  return `${meetingsPath(coalition)}/${day}${several ? `?overleg=${meeting.id}` : ""}`;
}

/** Address of the screen for the room. */
export const screenPath = (coalition: Pick<OpenCoalition, "slug">, meeting: Placed): string =>
  `${meetingsPath(coalition)}/${dayOf(new Date(meeting.startsAt))}/scherm?overleg=${meeting.id}`;

/** Address where people without account take part. */
export const guestPath = (code: string): string => `/meedoen?code=${code}`;
