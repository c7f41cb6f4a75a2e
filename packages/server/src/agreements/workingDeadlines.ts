import { addDays, dayIn, endOfDay } from "@wijkbord/schema";
import { isWorkingDay } from "../time/workingDays.ts";

/** The n-th working day after a day, before it when n is below zero; that day itself does not count. */
export function addWorkingDays(date: string, n: number): string {
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, Math.sign(n));
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The end of the n-th working day after a moment. */
export const workingDeadline = (from: Date, n: number, timeZone: string): Date => endOfDay(addWorkingDays(dayIn(from, timeZone), n), timeZone);
