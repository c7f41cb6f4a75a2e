const timeZone = "Europe/Amsterdam";
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, hour: "2-digit", minute: "2-digit" });
const full = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });

/** Time of day in the Netherlands, HH:MM. */
export const timeOf = (moment: Date): string => clock.format(moment);

/** The moment of a day and a time in the Netherlands; null when it is not one. */
export function momentOf(day: string, time: string): Date | null {
  const guess = new Date(`${day}T${time}:00Z`);
  if (Number.isNaN(guess.getTime())) return null;
  const shift = (moment: Date) => new Date(`${full.format(moment).replace(" ", "T")}Z`).getTime() - moment.getTime();
  const first = new Date(guess.getTime() - shift(guess));
  // Around the change of the clock the first answer may lie on the other side of it.
  return new Date(guess.getTime() - shift(first));
}

/** Minutes and seconds since a moment: 08:40. */
export function elapsed(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1_000));
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
