import { dayOf, longDay, shortDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";

interface Moments {
  /** "14 nov" of a moment. */
  readonly moment: (iso: string) => string;
  /** "vr 27 november" of a calendar day. */
  readonly day: (calendarDay: string) => string;
  /** Last day of a period that ends at midnight. */
  readonly lastDay: (iso: string) => string;
  readonly today: string;
}

/** Days in the language of the page. */
export function useMoments(): Moments {
  const language = useLanguage();
  const today = useToday();
  return {
    today,
    moment: (iso) => shortDay(dayOf(new Date(iso)), language, today),
    day: (calendarDay) => longDay(calendarDay, language, today),
    lastDay: (iso) => longDay(dayOf(new Date(Date.parse(iso) - 1)), language, today),
  };
}
