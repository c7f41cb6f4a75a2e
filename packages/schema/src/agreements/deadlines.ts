const day = 86_400_000;

/** Calendar day of a moment in a time zone, YYYY-MM-DD. */
export const dayIn = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);

/** A day that many days later. */
export const addDays = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** The same day that many months later; the last day of the month when it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

/** Minutes that a time zone is ahead of UTC at a moment. */
function offsetAt(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"), value("second"));
  return Math.round((local - Math.floor(moment.getTime() / 1000) * 1000) / 60_000);
}

/** The moment at which a day begins in a time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const guess = new Date(utc - offsetAt(new Date(utc), timeZone) * 60_000);
  return new Date(utc - offsetAt(guess, timeZone) * 60_000);
}

/** T12: day n ends at 24:00 local. */
export const endOfDay = (date: string, timeZone: string): Date => startOfDay(addDays(date, 1), timeZone);

/** When a round that opens now and lasts that many days closes: at the end of that day in the coalition. */
export const deadlineAfter = (now: Date, days: number, timeZone: string): Date => endOfDay(addDays(dayIn(now, timeZone), days), timeZone);

/** First and last moment of the quarter of a year in which a day lies. */
export function quarterOf(date: string, timeZone: string): { from: Date; until: Date } {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const first = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
  return { from: startOfDay(first, timeZone), until: startOfDay(addMonths(first, 3), timeZone) };
}
