import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarEvent, Language } from "./letter.ts";

interface Place {
  readonly address: string;
  readonly to: string;
  readonly publicUrl: string;
  readonly language: Language;
}

/** The file with which a calendar takes over, moves or takes away a meeting: the same identity each time, and a higher number. */
export function calendarFile(event: CalendarEvent, { address, to, publicUrl, language }: Place) {
  const { id, title, place, startsAt, endsAt, version, cancelled, path } = event;
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ method, prodId: { company: "Wijkbord", product: "Wijkbord", language: language.toUpperCase() } });
  calendar.createEvent({
    id: `${id}@wijkbord`,
    summary: title,
    location: place,
    start: startsAt,
    end: endsAt,
    sequence: version,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: "Wijkbord", email: address },
    attendees: [{ email: to, rsvp: false }],
    url: `${publicUrl}${language === "en" ? "/en" : ""}/${path}`,
  });
  return { method, filename: language === "en" ? "meeting.ics" : "overleg.ics", content: calendar.toString() };
}
