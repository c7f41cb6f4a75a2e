import { type Language, localeOf } from "./language.ts";

const day = 86_400_000;
const timeZone = "Europe/Amsterdam";
const calendar = new Intl.DateTimeFormat("sv-SE", { timeZone });
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** The calendar day of a moment in the Netherlands, YYYY-MM-DD. */
export const dayOf = (moment: Date): string => calendar.format(moment);
const atNoon = (calendarDay: string) => new Date(`${calendarDay}T12:00:00Z`);
/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / day);

/** "4 dec"; near days with the day of the week: "vr 27 nov"; other years with the year. */
export function shortDay(calendarDay: string, language: Language, today: string): string {
  const distance = daysBetween(today, calendarDay);
  const sameYear = calendarDay.slice(0, 4) === today.slice(0, 4);
  const weekday = distance >= 0 && distance <= 7 ? ({ weekday: "short" } as const) : {};
  const year = sameYear || Math.abs(distance) < 90 ? {} : ({ year: "numeric" } as const);
  return format(language, { ...weekday, day: "numeric", month: "short", ...year })
    .format(atNoon(calendarDay))
    .replaceAll(".", "")
    .replace(",", "");
}

/** "vr 27 november", with the year when it is another one. */
export function longDay(calendarDay: string, language: Language, today: string): string {
  const year = calendarDay.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return format(language, { weekday: "short", day: "numeric", month: "long", ...year })
    .format(atNoon(calendarDay))
    .replace(",", "");
}

/** "9.30" in Dutch, "9:30" in English. */
export function clockTime(moment: Date, language: Language): string {
  const text = format(language, { hour: "numeric", minute: "2-digit", hour12: false }).format(moment);
  return language === "nl" ? text.replace(/^0/, "").replace(":", ".") : text;
}

/** Relative up to seven days ("3 minuten geleden", "gisteren 16.40"), then the date. */
export function ago(moment: Date, language: Language, now: Date): string {
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" });
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  if (seconds > -60) return relative.format(0, "second");
  if (seconds > -3600) return relative.format(Math.trunc(seconds / 60), "minute");
  const days = daysBetween(dayOf(now), dayOf(moment));
  if (days === 0) return clockTime(moment, language);
  if (days > -7) return `${relative.format(days, "day")} ${clockTime(moment, language)}`;
  return longDay(dayOf(moment), language, dayOf(now));
}

/** Date and time in full, for `title` and print. */
export const fullMoment = (moment: Date, language: Language): string =>
  `${format(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(moment)}, ${clockTime(moment, language)}${language === "nl" ? " uur" : ""}`;
