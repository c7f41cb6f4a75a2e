import { meetingLimits } from "@wijkbord/schema";

/** Minutes as typed: null for none, undefined for what is no number of minutes. */
export function minutesOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= meetingLimits.pointMinutes ? minutes : undefined;
}

/** Planned minutes of all points, how many points have none, and how long the meeting is. */
export function planned(agenda: readonly { readonly minutes: number | null }[], startsAt: string, endsAt: string) {
  return {
    minutes: agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    without: agenda.filter(({ minutes }) => minutes === null).length,
    length: Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000),
  };
}

/** Whole minutes that a point is over its time; 0 while it is not. */
export const minutesOver = (minutes: number, since: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000) - minutes);

/** From when a point would have been open without a break. */
export const openSince = ({ openedAt, secondsBefore }: { readonly openedAt: string; readonly secondsBefore: number }): Date =>
  new Date(new Date(openedAt).getTime() - secondsBefore * 1_000);
