import { addDays, localDate } from "../../time/workingDays.ts";

const morning = "07:30";
const quiet = { from: "19:00", until: "07:00" };

const localTime = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(moment).replace(" ", "T");

/** The moment at which a clock on the wall of a time zone shows a time. */
function momentOf(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}Z`);
  const shift = (moment: number) => Date.parse(`${localTime(new Date(moment), timeZone)}Z`) - moment;
  return new Date(wanted - shift(wanted - shift(wanted)));
}

function next(time: string, after: Date, timeZone: string): Date {
  const today = localDate(after, timeZone);
  const first = momentOf(`${today}T${time}`, timeZone);
  return first > after ? first : momentOf(`${addDays(today, 1)}T${time}`, timeZone);
}

/** The next 07:30 in a time zone, after a moment. */
export const nextMorning = (after: Date, timeZone: string): Date => next(morning, after, timeZone);

/** Whether nobody is to be disturbed: from 19:00 to 07:00. */
export function isQuiet(moment: Date, timeZone: string): boolean {
  const time = localTime(moment, timeZone).slice(11);
  return time >= quiet.from || time < quiet.until;
}

/** The moment itself, or the end of the quiet hours that it falls in. */
export const afterQuiet = (moment: Date, timeZone: string): Date => (isQuiet(moment, timeZone) ? next(quiet.until, moment, timeZone) : moment);
