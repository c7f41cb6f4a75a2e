const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30);
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
}

const holidays = new Map<number, Set<string>>();
function holidaysOf(year: number): Set<string> {
  const known = holidays.get(year);
  if (known) return known;
  const sunday = easter(year).getTime();
  const kingsDay = new Date(Date.UTC(year, 3, 27));
  if (kingsDay.getUTCDay() === 0) kingsDay.setUTCDate(26);
  const days = new Set([
    `${year}-01-01`,
    iso(new Date(sunday + day)),
    iso(kingsDay),
    iso(new Date(sunday + 39 * day)),
    iso(new Date(sunday + 50 * day)),
    `${year}-12-25`,
    `${year}-12-26`,
    ...(year % 5 === 0 ? [`${year}-05-05`] : []),
  ]);
  holidays.set(year, days);
  return days;
}

/** Whether people work on this calendar day (Monday to Friday, not a Dutch holiday). */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** Calendar day of a moment in a time zone, YYYY-MM-DD. */
export const localDate = (moment: Date, timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

/** The calendar day a number of days later, or earlier. */
export const addDays = (date: string, days: number): string => iso(new Date(Date.parse(`${date}T00:00:00Z`) + days * day));

/** Number of whole working days between two moments: the day of the first does not count. */
export function workingDaysBetween(from: Date, to: Date, timeZone: string): number {
  const end = localDate(to, timeZone);
  let count = 0;
  let cursor = new Date(`${localDate(from, timeZone)}T00:00:00Z`);
  for (;;) {
    cursor = new Date(cursor.getTime() + day);
    const date = iso(cursor);
    if (date >= end) return count;
    if (isWorkingDay(date)) count += 1;
  }
}
