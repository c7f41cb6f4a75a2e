import type { NotificationKind } from "@wijkbord/schema";

export type Language = "nl" | "en";

/** One thing in a mail: its number, its title and where it stands; never a description, comment or objection. */
export interface Line {
  readonly about: string;
  readonly number: string | null;
  readonly title: string;
  readonly path: string;
}

/** What a mail says for one organisation in one coalition. */
export interface Section {
  readonly coalition: string;
  readonly organisation: string;
  readonly lines: Readonly<Partial<Record<NotificationKind, readonly Line[]>>>;
}

/** What a calendar gets of a meeting. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
  readonly cancelled: boolean;
  readonly timeZone: string;
  /** Where it stands in the hub. */
  readonly path: string;
}

/** Everything that a mail says to one person. */
export interface Letter {
  readonly language: Language;
  readonly sections: readonly Section[];
  /** The meeting that a mail invites to, or of which it lists the promises. */
  readonly event?: CalendarEvent;
}
