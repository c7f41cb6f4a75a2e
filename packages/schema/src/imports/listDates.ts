import { foldText } from "./listTable.ts";

/** A "wanneer" as it was understood. */
export interface ReadWhen {
  /** YYYY-MM-DD, or null. */
  readonly dueOn: string | null;
  /** What stays in words: "zsm", "na de zomer". */
  readonly when: string;
  /** Whether a person should look: the year was guessed far away, or it looks like a day and is none. */
  readonly doubtful: boolean;
}

const months = ["jan", "feb", "mrt|maa|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec"];
const weekdays = /^(ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?,?\s+/;
const before = /^(voor|vóór|uiterlijk|per|op|tot|deadline|t\/m|datum)\s*:?\s+/;
const nothing = new Set(["", "nvt", "n v t", "niet van toepassing"]);
const day = 86_400_000;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const none: ReadWhen = { dueOn: null, when: "", doubtful: false };

/** A day that exists, between 2000 and 2100. */
function dayOf(year: number, month: number, date: number): number | null {
  const time = Date.UTC(year, month - 1, date);
  const real = new Date(time);
  return year >= 2000 && year <= 2100 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? time : null;
}

/** Friday of a week by the ISO calendar. */
function fridayOf(year: number, week: number): number | null {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day + (week - 1) * 7 * day;
  const thursday = new Date(monday + 3 * day);
  return week >= 1 && thursday.getUTCFullYear() === year ? monday + 4 * day : null;
}

/** Gives a day without year the year that makes it nearest: at most two months ago, else the next one. */
function nearest(today: number, make: (year: number) => number | null): { time: number; doubtful: boolean } | null {
  const year = new Date(today).getUTCFullYear();
  for (const candidate of [year - 1, year, year + 1, year + 2]) {
    const time = make(candidate);
    if (time === null || time < today - 60 * day) continue;
    return { time, doubtful: time < today || time > today + 300 * day };
  }
  return null;
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Year, month and day in numbers or with the name of the month. */
function parts(text: string): { date: number; month: number; year: number | null } | null {
  const [, isoYear, isoMonth, isoDate] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(text) ?? [];
  if (isoYear) return { year: Number(isoYear), month: Number(isoMonth), date: Number(isoDate) };
  const [, date, month, year] = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?'?(\d{4}|\d{2}))?\.?$/.exec(text) ?? [];
  if (date) return { date: Number(date), month: Number(month), year: year === undefined ? null : fullYear(year) };
  const [, named, name, written] = /^(\d{1,2})(?:e|ste|de)?[\s-]+([a-z]{3,9})\.?(?:[\s,-]+'?(\d{4}|\d{2}))?$/.exec(text) ?? [];
  const index = name === undefined ? -1 : months.findIndex((start) => new RegExp(`^(${start})`).test(name));
  return index < 0 ? null : { date: Number(named), month: index + 1, year: written === undefined ? null : fullYear(written) };
}

function weekParts(text: string): { week: number; year: number | null } | null {
  const [, week, year] = /^(?:week|weeknummer|wk|w)\.?\s?(\d{1,2})(?:\s?[-/,]?\s?(\d{4}))?$/.exec(text) ?? [];
  return week === undefined ? null : { week: Number(week), year: year === undefined ? null : Number(year) };
}

/** Reads a "wanneer" as people write it in Dutch lists; a week means its Friday, and what is no day stays in words. */
export function readWhen(text: string, todayIso: string): ReadWhen {
  const words = text.trim().replaceAll(/\s+/g, " ");
  if (nothing.has(foldText(words))) return none;
  const plain = words.toLowerCase().replace(before, "").replace(weekdays, "");
  const today = Date.parse(`${todayIso}T00:00:00Z`);
  const found = parts(plain);
  const week = found ? null : weekParts(plain);
  if (!found && !week) return { dueOn: null, when: words, doubtful: /\d/.test(words) && !/^\d{4}$/.test(words) };
  const make = (year: number) => (found ? dayOf(year, found.month, found.date) : fridayOf(year, week?.week ?? 0));
  const year = found?.year ?? week?.year ?? null;
  const time = year === null ? nearest(today, make) : { time: make(year), doubtful: false };
  if (!time || time.time === null) return { dueOn: null, when: words, doubtful: true };
  return { dueOn: iso(time.time), when: "", doubtful: time.doubtful };
}
