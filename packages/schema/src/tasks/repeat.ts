export enum RepeatUnit {
  WEEK = "WEEK",
  MONTH = "MONTH",
}
/** A task repeats at least once in so many weeks or months. */
export const repeatLimit = 12;

/** What the day of the next task follows from. */
export interface RepeatFacts {
  readonly unit: RepeatUnit;
  readonly every: number;
  /** Klaar op of the task that is done, YYYY-MM-DD. */
  readonly dueOn: string | null;
  /** Day of the month that was meant, when a shorter month cut it off. */
  readonly dayOfMonth: number | null;
}

const day = 86_400_000;
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

function inMonth(months: number, dayOfMonth: number): string {
  const [year, month] = [Math.floor(months / 12), months % 12];
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-${String(Math.min(dayOfMonth, length)).padStart(2, "0")}`;
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The day of the month that a repeating task is meant for: what a shorter month cut off comes back. */
export function meantDay(date: string, dayOfMonth: number | null): number {
  return dayOfMonth !== null && inMonth(monthsOf(date), dayOfMonth) === date ? dayOfMonth : Number(date.slice(8));
}

/** Klaar op of the next task: whole steps from the last day, the first one after today; null beyond the calendar. */
export function nextDue({ unit, every, dueOn, dayOfMonth }: RepeatFacts, today: string): string | null {
  const from = dueOn ?? today;
  if (unit === RepeatUnit.WEEK) {
    const step = every * 7 * day;
    const behind = Math.max(0, Math.floor((utc(today).getTime() - utc(from).getTime()) / step));
    const next = new Date(utc(from).getTime() + (behind + 1) * step).toISOString().slice(0, 10);
    return next.startsWith("+") ? null : next;
  }
  const meant = meantDay(from, dayOfMonth);
  const behind = Math.max(0, Math.floor((monthsOf(today) - monthsOf(from)) / every));
  const first = inMonth(monthsOf(from) + Math.max(1, behind) * every, meant);
  const next = first > today ? first : inMonth(monthsOf(from) + (behind + 1) * every, meant);
  return next.length > "9999-12-31".length ? null : next;
}
